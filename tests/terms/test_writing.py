"""How numbers, amounts and dates are written."""

from collective.conventions.terms import writing
from datetime import date
from datetime import datetime
from decimal import Decimal
import pytest


NBSP = "\u00a0"


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", "12.345,67"),
        ("nl", "12.345,67"),
        ("de", "12.345,67"),
        ("en", "12,345.67"),
    ],
)
def test_an_amount_is_written_as_its_reader_writes_it(language, expected):
    assert writing.money(Decimal("12345.67"), language) == f"{expected}{NBSP}€"


def test_an_amount_always_has_its_cents():
    assert writing.money(Decimal(800000), "fr") == f"800.000,00{NBSP}€"
    assert writing.money(Decimal("-0.5"), "fr") == f"-0,50{NBSP}€"


def test_a_price_has_its_cents_and_all_that_is_finer():
    assert writing.price(13500, "fr") == f"13.500,00{NBSP}€"
    assert writing.price(Decimal("13500.000"), "en") == f"13,500.00{NBSP}€"
    assert writing.price(Decimal("0.0125"), "fr") == f"0,0125{NBSP}€"


@pytest.mark.parametrize(
    ("value", "expected"),
    [("700", "700"), ("7.50", "7,5"), ("1200", "1.200"), ("0.125", "0,125"), ("1E+3", "1.000")],
)
def test_a_number_has_the_decimals_it_needs(value, expected):
    assert writing.number(Decimal(value), "fr") == expected


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("fr", "1er avril 2026"),
        ("nl", "1 april 2026"),
        ("de", "1. April 2026"),
        ("en", "1 April 2026"),
        ("xx", "1 April 2026"),
    ],
)
def test_a_date_is_written_in_words(language, expected):
    assert writing.day(date(2026, 4, 1), language).replace(NBSP, " ") == expected


def test_only_the_first_day_is_an_ordinal_in_french():
    assert writing.day(date(2026, 12, 31), "fr").replace(NBSP, " ") == "31 décembre 2026"


def test_an_instant_is_written_to_the_minute():
    written = writing.moment(datetime(2026, 8, 5, 9, 7, 59), "nl")
    assert written.replace(NBSP, " ") == "5 augustus 2026, 09:07"


@pytest.mark.parametrize(
    ("octets", "language", "expected"),
    [
        (0, "en", "0 B"),
        (999, "en", "999 B"),
        (1234, "nl", "1,2 KB"),
        (3_000_000_000, "fr", "3 Go"),
        (5_000_000_000_000, "en", "5,000 GB"),
    ],
)
def test_a_size_is_written_in_the_unit_that_fits(octets, language, expected):
    assert writing.size(octets, language).replace(NBSP, " ") == expected


def test_a_month_is_written_in_words():
    assert writing.month(date(2026, 3, 31), "fr") == f"mars{NBSP}2026"
    assert writing.month(date(2026, 12, 1), "de") == f"Dezember{NBSP}2026"
    assert writing.month(date(2026, 12, 1), "xx") == f"December{NBSP}2026"
