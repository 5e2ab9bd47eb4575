"""Amounts that are due once, on their day."""

from collective.conventions.terms.account import Account
from collective.conventions.terms.account import Billed
from collective.conventions.terms.billing import to_bill
from collective.conventions.terms.spans import Span
from collective.conventions.terms.tariff import Price
from collective.conventions.terms.tariff import Tariff
from dataclasses import replace
from datetime import date
from decimal import Decimal


START, LATER = date(2026, 3, 10), date(2026, 9, 1)
SET_UP = Price("Set-up", "one_off", Decimal(500))
REPORT = Price("Report", "one_off", Decimal(300), day=LATER)
KNOWN = Account(Tariff((SET_UP, REPORT)), Span(START, None))


def then(known, on):
    lines = tuple(Billed("1", charge.line) for charge in to_bill(known, on))
    return replace(known, billed=(*known.billed, *lines))


def named(known, on):
    return [charge.line.description for charge in to_bill(known, on)]


def test_each_is_billed_on_its_day_and_once():
    assert named(KNOWN, date(2026, 3, 9)) == []
    assert named(KNOWN, START) == ["Set-up"]
    assert named(KNOWN, LATER) == ["Set-up", "Report"]
    assert named(then(KNOWN, START), LATER) == ["Report"]
    assert named(then(KNOWN, LATER), date(2030, 1, 1)) == []


def test_the_reason_names_the_day():
    assert to_bill(KNOWN, START)[0].reasons[0].params == {"day": "2026-03-10"}


def test_a_day_after_the_end_never_comes():
    assert named(replace(KNOWN, span=Span(START, date(2026, 8, 31))), LATER) == ["Set-up"]


def test_neither_another_name_nor_another_amount_bills_it_again():
    known = then(KNOWN, START)
    for price in (replace(SET_UP, description="Start"), replace(SET_UP, amount=Decimal(550))):
        assert named(replace(known, tariff=Tariff((price,))), START) == []
    other = replace(SET_UP, description="Start", amount=Decimal(550))
    assert named(replace(known, tariff=Tariff((other,))), START) == ["Start"]


def test_what_was_credited_is_billed_again_while_in_force_only():
    known = then(KNOWN, START)
    known = replace(known, billed=(*known.billed, replace(known.billed[0], credit=True)))
    assert named(known, START) == ["Set-up"]
    assert named(replace(known, span=Span(START, START)), date(2026, 3, 11)) == []
