"""What is open, what is overdue."""

from collective.conventions.terms.paying import balance
from collective.conventions.terms.paying import days_overdue
from collective.conventions.terms.paying import overdue
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
