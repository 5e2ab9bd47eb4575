"""An enrolment needs three facts, and is paid back within 15 days (O4, O5)."""

from collective.conventions.terms.enrolment import Enrolment
from datetime import date
import pytest


FORM, SIGNED, PAID = date(2026, 1, 5), date(2026, 1, 20), date(2026, 1, 12)


@pytest.mark.parametrize(
    ("enrolment", "lacking"),
    [
        (Enrolment(), ("form", "signed", "paid")),
        (Enrolment(form=FORM, paid=PAID), ("signed",)),
        (Enrolment(FORM, SIGNED, PAID), ()),
    ],
)
def test_o4_what_an_enrolment_lacks(enrolment, lacking):
    assert enrolment.lacking == lacking
    assert (enrolment.registered is None) == bool(lacking)


def test_o4_it_is_registered_with_the_last_of_the_three():
    assert Enrolment(FORM, SIGNED, PAID).registered == SIGNED


def test_o5_what_was_paid_is_paid_back_within_15_days():
    cancelled = Enrolment(FORM, SIGNED, PAID, cancelled=date(2026, 1, 21))
    assert (cancelled.refund_by, cancelled.registered) == (date(2026, 2, 5), None)


def test_o5_what_comes_after_it_was_cancelled_is_paid_back_15_days_later():
    late = Enrolment(FORM, SIGNED, date(2026, 2, 1), cancelled=date(2026, 1, 21))
    assert late.refund_by == date(2026, 2, 16)


def test_o5_who_has_not_paid_or_was_not_cancelled_gets_nothing_back():
    assert Enrolment(FORM, SIGNED, cancelled=PAID).refund_by is None
    assert Enrolment(FORM, SIGNED, PAID).refund_by is None
