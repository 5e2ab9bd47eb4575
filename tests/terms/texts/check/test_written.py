"""Dates and amounts as they are written in a text."""

from collective.conventions.terms.texts.check.amounts_in import amounts_in
from collective.conventions.terms.texts.check.counting import counted
from collective.conventions.terms.texts.check.counting import same_number
from collective.conventions.terms.texts.check.dates_in import dates_in
from collective.conventions.terms.writing import day
from collective.conventions.terms.writing import money
from datetime import date
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
import pytest


LANGUAGES = st.sampled_from(["fr", "nl", "de"])


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)), LANGUAGES)
def test_a_date_as_we_write_it_is_read_again(value, language):
    text = f"fait le {day(value, language)}, ainsi"
    (found,) = dates_in(text)
    assert (found.day, text[found.start : found.end]) == (value, day(value, language))


@given(st.dates(date(1950, 1, 1), date(2099, 12, 31)), st.sampled_from("./-"))
def test_a_date_in_figures(value, mark):
    text = f"le {value.day:02}{mark}{value.month:02}{mark}{value.year}."
    assert [one.day for one in dates_in(text)] == [value]
    assert [one.day for one in dates_in(f"({value.isoformat()})")] == [value]


@pytest.mark.parametrize(
    "text", ["le 1er janvier", "31 février 2024", "45/13/2024", "091-0115846-57", "1.2.3.2024.5"]
)
def test_what_is_no_date(text):
    assert dates_in(text) == ()


def test_a_month_without_its_accent():
    assert [one.day for one in dates_in("3 aout 2021 et 4 fevrier 2022")] == [
        date(2021, 8, 3),
        date(2022, 2, 4),
    ]


@given(st.decimals(Decimal("0.01"), Decimal(10**8), places=2), LANGUAGES)
def test_an_amount_as_we_write_it_is_read_again(value, language):
    text = f"soit {money(value, language)} par an"
    (found,) = amounts_in(text, language)
    assert (found.amount, text[found.start : found.end]) == (value, money(value, language))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("82 euros", ["82"]),
        ("€ 940.000,00", ["940000"]),
        ("€ 800k", ["800000"]),
        ("1,5 million d'euros", ["1500000"]),
        ("2 000€ puis 250 € HTVA", ["2000", "250"]),
        ("EUR 1.250", ["1250"]),
        ("50,-€ et 12.50 euros", ["50", "12.50"]),
        ("l'article 12 et 700 jours", []),
        ("10 eurodéputés", []),
    ],
)
def test_amounts(text, expected):
    assert [one.amount for one in amounts_in(text)] == [Decimal(value) for value in expected]


def test_english_parts_thousands_by_commas():
    assert [one.amount for one in amounts_in("EUR 1,250.50", "en")] == [Decimal("1250.50")]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("1", (1, "")),
        ("1er", (1, "")),
        ("premier", (1, "")),
        ("9bis", (9, "bis")),
        ("9 bis.", (9, "bis")),
        ("XIV", (14, "")),
        ("IX", (9, "")),
        ("A", None),
        ("unique", None),
        ("2.1", None),
        ("", None),
    ],
)
def test_a_number_is_counted(number, expected):
    assert counted(number) == expected


def test_one_number_written_in_two_ways():
    assert same_number("1er", "I")
    assert same_number("A", "a")
    assert not same_number("9", "9bis")
