"""Amendments and the price: each month is charged once, at the price of its first day."""

from collective.conventions.terms.account import Account
from collective.conventions.terms.account import Billed
from collective.conventions.terms.account import billed_by
from collective.conventions.terms.billed_months import billed_until
from collective.conventions.terms.billing import to_bill
from collective.conventions.terms.crediting import to_credit
from collective.conventions.terms.semesters import full_months
from collective.conventions.terms.semesters import last_day_of
from collective.conventions.terms.semesters import semester_of
from collective.conventions.terms.spans import Span
from collective.conventions.terms.tariff import Price
from collective.conventions.terms.tariff import Reduction
from collective.conventions.terms.tariff import Tariff
from dataclasses import replace
from datetime import date
from datetime import timedelta
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st


FIRST = date(2026, 1, 1)
days = st.integers(0, 900).map(lambda count: FIRST + timedelta(days=count))
amounts = st.integers(1, 500).map(Decimal)


def monthly(amount):
    return Tariff((Price("Access", "monthly", Decimal(amount)),))


@st.composite
def accounts(draw):
    """A price that amendments change, each from a day of its own."""
    changes = draw(st.dictionaries(days, amounts, max_size=4))
    later = tuple((day, monthly(changes[day])) for day in sorted(changes))
    span = Span(draw(days), draw(st.none() | days))
    return Account(monthly(draw(amounts)), span, later=later)


@given(accounts(), st.lists(days, min_size=1, max_size=4))
def test_no_month_is_billed_twice_or_left_out_and_each_at_the_price_of_its_first_day(account, runs):
    charged = {}
    for number, on in enumerate(sorted(runs)):
        charges = to_bill(account, on)
        for charge in charges:
            for month in full_months(
                Span(charge.line.period_start, charge.line.period_end), on.max
            ):
                assert month not in charged
                charged[month] = charge.line.unit_price
        lines = tuple(Billed(f"F{number}", charge.line) for charge in charges)
        account = replace(account, billed=(*account.billed, *lines))
    expected = full_months(account.span, semester_of(max(runs)).end)
    assert sorted(charged) == list(expected)
    for month, price in charged.items():
        assert price == account.tariff_on(month).prices[0].amount


@given(accounts(), days)
def test_a_change_of_the_price_gives_nothing_back_by_itself(account, on):
    lines = tuple(Billed("F1", charge.line) for charge in to_bill(account, on))
    billed = replace(account, billed=lines)
    assert to_credit(billed) == ()
    assert to_credit(replace(billed, later=((on, monthly(7)),))) == ()


@given(accounts(), days)
def test_the_turns_tile_the_time(account, day):
    held = [tariff for span, tariff in account.turns if span.holds(day)]
    assert held == [account.tariff_on(day)]


def test_months_that_a_credit_note_took_back_are_billed_at_the_new_price():
    account = Account(monthly(100), Span(FIRST, None))
    (charge,) = to_bill(account, date(2026, 1, 1))
    billed = (Billed("F1", charge.line),)
    assert billed_until(billed) == date(2026, 6, 30)
    months = replace(
        charge.line,
        quantity=Decimal(3),
        period_start=date(2026, 4, 1),
        period_end=date(2026, 6, 30),
    )
    taken_back = (*billed, Billed("F1", months, credit=True))
    assert billed_until(taken_back) == date(2026, 3, 31)
    amended = replace(account, billed=taken_back, later=((date(2026, 4, 1), monthly(120)),))
    (anew,) = to_bill(amended, date(2026, 5, 1))
    assert (anew.line.period_start, anew.line.unit_price) == (date(2026, 4, 1), 120)


def test_a_month_is_charged_by_its_first_day():
    account = Account(monthly(100), Span(FIRST, None), later=((date(2026, 3, 15), monthly(120)),))
    found = [
        (charge.line.period_start, charge.line.period_end, charge.line.unit_price)
        for charge in to_bill(account, FIRST)
    ]
    assert found == [
        (FIRST, last_day_of(date(2026, 3, 1)), 100),
        (date(2026, 4, 1), date(2026, 6, 30), 120),
    ]


def test_a_reduction_holds_in_the_months_of_the_amendment_alone():
    reduction = Reduction(Decimal(50), "always")
    later = ((date(2026, 4, 1), replace(monthly(100), reduction=reduction)),)
    account = Account(monthly(100), Span(FIRST, None), later=later)
    assert [charge.line.net for charge in to_bill(account, FIRST)] == [300, 150]


def test_what_is_due_once_is_charged_once_whatever_is_amended():
    once = Tariff((Price("Setting up", "one_off", Decimal(500)),))
    dearer = Tariff(
        (Price("Setting up", "one_off", Decimal(900)), Price("Training", "one_off", Decimal(80)))
    )
    account = Account(once, Span(FIRST, None), later=((date(2026, 4, 1), dearer),))
    assert [charge.line.net for charge in to_bill(account, date(2026, 3, 1))] == [500]
    found = to_bill(account, date(2026, 4, 1))
    assert [(charge.line.description, charge.line.net) for charge in found] == [
        ("Setting up", 500),
        ("Training", 80),
    ]
    billed = tuple(Billed("F1", charge.line) for charge in found)
    assert to_bill(replace(account, billed=billed), date(2026, 5, 1)) == ()


def test_who_comes_after_an_amendment_pays_its_price():
    def each(amount, count):
        return Tariff((Price("Place", "per_participant", Decimal(amount)),), participants=count)

    account = Account(each(200, 3), Span(FIRST, None), later=((date(2026, 4, 1), each(250, 4)),))
    (first,) = to_bill(account, date(2026, 2, 1))
    assert (first.line.quantity, first.line.unit_price) == (3, 200)
    billed = replace(account, billed=(Billed("F1", first.line),))
    (second,) = to_bill(billed, date(2026, 5, 1))
    assert (second.line.quantity, second.line.unit_price) == (1, 250)


def test_nothing_that_was_issued_is_no_price():
    assert billed_until(billed_by(())) is None
