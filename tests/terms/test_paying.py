"""What is open, what is overdue."""

from collective.conventions.terms.paying import balance
from collective.conventions.terms.paying import days_overdue
from collective.conventions.terms.paying import overdue
from collective.conventions.terms.paying import received_on
from collective.conventions.terms.paying import settled_on
from datetime import date
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
import pytest


DUE = date(2026, 1, 31)
amounts = st.decimals(0, 10**6, places=2)


@pytest.mark.parametrize(
    ("credits", "payments", "state", "still"),
    [
        ([], [], "open", "595.32"),
        ([], ["100"], "partial", "495.32"),
        ([], ["100", "495.32"], "paid", "0.00"),
        ([], ["600"], "overpaid", "0.00"),
        ([], ["595.32", "-595.32"], "open", "595.32"),
        (["297.66"], [], "open", "297.66"),
        (["297.66"], ["297.66"], "paid", "0.00"),
        (["595.32"], [], "credited", "0.00"),
        (["595.32"], ["595.32"], "overpaid", "0.00"),
    ],
)
def test_the_state_follows_from_credits_and_payments(credits, payments, state, still):
    found = balance(Decimal("595.32"), map(Decimal, credits), map(Decimal, payments))
    assert (found.state, str(found.open)) == (state, still)


def test_it_is_overdue_from_the_day_after_the_due_one():
    found = balance(Decimal(100), [], [])
    assert not overdue(found, DUE, DUE)
    assert overdue(found, DUE, date(2026, 2, 1))
    assert days_overdue(found, DUE, date(2026, 2, 10)) == 10
    assert days_overdue(found, DUE, DUE) == 0


def test_what_is_paid_or_has_no_due_day_is_never_overdue():
    assert not overdue(balance(Decimal(100), [], [Decimal(100)]), DUE, date(2027, 1, 1))
    assert not overdue(balance(Decimal(100), [], []), None, date(2027, 1, 1))


@given(amounts, st.lists(amounts, max_size=3), st.lists(amounts, max_size=3))
def test_nothing_is_open_and_overpaid_at_once(gross, credits, payments):
    found = balance(gross, credits, payments)
    assert found.open - found.overpaid == found.owed - found.paid
    assert not (found.open and found.overpaid)


JAN, FEB, MAR = date(2026, 1, 5), date(2026, 2, 5), date(2026, 3, 5)


@pytest.mark.parametrize(
    ("payments", "day"),
    [
        ([], None),
        ([(JAN, "99.99")], None),
        ([(FEB, "60"), (JAN, "40")], FEB),
        ([(JAN, "100"), (FEB, "20")], JAN),
        ([(JAN, "100"), (FEB, "-100")], None),
        ([(JAN, "100"), (FEB, "-100"), (MAR, "100")], MAR),
        ([(JAN, "-100"), (JAN, "200")], JAN),
    ],
)
def test_it_is_settled_from_the_day_on_which_nothing_was_open_any_more(payments, day):
    found = [(paid_on, Decimal(amount)) for paid_on, amount in payments]
    assert settled_on(Decimal(100), found) == day


@given(amounts, st.lists(st.tuples(st.sampled_from([JAN, FEB, MAR]), amounts), max_size=4))
def test_it_is_settled_when_nothing_is_open_and_something_was_paid(owed, payments):
    still = balance(owed, [], [amount for _day, amount in payments]).open
    assert (settled_on(owed, payments) is None) == (bool(still) or not payments)


def test_the_latest_payment_that_was_received():
    assert received_on([(FEB, Decimal(1)), (JAN, Decimal(1)), (MAR, Decimal(-1))]) == FEB
    assert received_on([(JAN, Decimal(-1))]) is None
