"""Tiers by count: 250 for one, 200 each from two on (O3)."""

from collective.conventions.terms.account import Account
from collective.conventions.terms.account import Billed
from collective.conventions.terms.billing import to_bill
from collective.conventions.terms.participants import tier
from collective.conventions.terms.spans import Span
from collective.conventions.terms.tariff import Price
from collective.conventions.terms.tariff import Reduction
from collective.conventions.terms.tariff import Tariff
from dataclasses import replace
from datetime import date
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
import pytest


DAY = date(2026, 3, 10)
ONE = Price("Programme", "per_participant", Decimal(250))
MORE = Price("Programme", "per_participant", Decimal(200), from_count=2)


def account(count, billed=(), end=None, **others):
    tariff = Tariff((ONE, MORE), participants=count, **others)
    return Account(tariff, Span(DAY, end), billed)


def then(known, count, document):
    known = replace(known, tariff=replace(known.tariff, participants=count))
    lines = tuple(Billed(document, charge.line) for charge in to_bill(known, DAY))
    return replace(known, billed=(*known.billed, *lines))


def net(known):
    return sum(one.line.net for one in known.billed)


@pytest.mark.parametrize(("count", "amount"), [(0, 0), (1, 250), (2, 400), (3, 600)])
def test_o3_a_price_for_one_and_a_price_for_each_of_several(count, amount):
    assert net(then(account(count), count, "1")) == amount


def test_o3_the_reason_names_the_count_and_the_tier():
    (charge,) = to_bill(account(3), DAY)
    assert charge.reasons[0].params == {"count": 3, "from_count": 2}
    assert (charge.line.unit, charge.line.quantity) == ("participant", Decimal(3))


def test_o3_a_second_participant_lowers_the_price_of_the_first():
    known = then(account(1), 1, "1")
    charges = to_bill(replace(known, tariff=replace(known.tariff, participants=2)), DAY)
    assert [(c.line.quantity, c.line.unit_price) for c in charges] == [
        (Decimal(2), Decimal("200.00")),
        (Decimal(-1), Decimal("250.00")),
    ]
    assert charges[1].reasons[0].params == {"count": 1, "document": "1"}


def test_a_third_is_billed_alone():
    known = then(then(account(2), 2, "1"), 3, "2")
    assert [one.line.quantity for one in known.billed] == [Decimal(2), Decimal(1)]


def test_fewer_participants_are_not_billed_and_not_paid_back():
    assert to_bill(replace(then(account(3), 3, "1"), tariff=account(2).tariff), DAY) == ()


def test_nothing_is_due_before_the_start_or_its_own_day():
    assert to_bill(account(1), date(2026, 3, 9)) == ()
    later = replace(ONE, day=date(2026, 4, 1))
    assert to_bill(Account(Tariff((later,), participants=1), Span(DAY, None)), DAY) == ()


def test_o5_a_cancelled_enrolment_that_was_credited_is_not_billed_again():
    known = then(account(1, end=DAY), 1, "1")
    back = replace(known.billed[0], credit=True)
    known = replace(known, billed=(*known.billed, back))
    assert to_bill(known, date(2026, 3, 11)) == ()
    assert len(to_bill(known, DAY)) == 1


def test_a_tier_that_makes_more_cost_less_bills_nothing():
    cheap = Tariff((ONE, replace(MORE, amount=Decimal(100))), participants=1)
    known = then(replace(account(1), tariff=cheap), 1, "1")
    assert then(known, 2, "2").billed == known.billed


def test_a_reduction_holds_for_participants_too():
    always = Reduction(Decimal(10), "always")
    assert net(then(account(2, reduction=always), 2, "1")) == Decimal("360.00")


def test_no_tier_is_reached_without_a_price():
    assert tier(Tariff(), 5) is None


@given(st.lists(st.integers(1, 40), min_size=1, max_size=6))
def test_o3_however_they_join_all_pay_what_their_number_costs(counts):
    known = account(0)
    for number, count in enumerate(sorted(counts)):
        known = then(known, count, str(number))
    last = max(counts)
    assert net(known) == (250 if last == 1 else 200 * last)
    assert sum(one.line.quantity for one in known.billed) == last
