"""Which invoice a payment pays."""

from collective.conventions.terms.communication import structured
from collective.conventions.terms.communication import written
from collective.conventions.terms.matching import Claim
from collective.conventions.terms.matching import match
from collective.conventions.terms.matching import Payment
from decimal import Decimal
import pytest


IBAN = "BE68539007547034"
FIRST = Claim("2026-0001", Decimal("595.32"), structured("2026-0001"), IBAN)
SECOND = Claim("2026-0002", Decimal("297.66"))
THIRD = Claim("2026-0003", Decimal("297.66"))
CLAIMS = (FIRST, SECOND, THIRD)


def verdict(amount, text="", iban=""):
    found = match(Payment(Decimal(amount), text, iban), CLAIMS)
    return found.verdict, found.ground, found.claims


@pytest.mark.parametrize(
    ("amount", "outcome"), [("595.32", "exact"), ("100", "partial"), ("600", "over")]
)
def test_c12_the_number_tells_the_invoice_and_the_amount_how_much(amount, outcome):
    assert verdict(amount, "facture 2026-0001") == (outcome, "number", (FIRST,))


def test_a_structured_communication_counts_for_more_than_a_number():
    text = f"{written(FIRST.communication)} 2026-0002"
    assert verdict("595.32", text) == ("exact", "structured", (FIRST,))


def test_several_that_are_named_are_paid_by_their_sum():
    assert verdict("892.98", "2026-0001 + 2026-0002") == ("exact", "number", (FIRST, SECOND))
    assert verdict("800", "2026-0001 + 2026-0002") == ("ambiguous", "number", (FIRST, SECOND))


def test_without_a_communication_account_and_amount_tell():
    assert verdict("595.32", "merci", IBAN) == ("exact", "account_and_amount", (FIRST,))


def test_an_amount_alone_leaves_it_to_a_person():
    assert verdict("595.32") == ("ambiguous", "amount", (FIRST,))
    assert verdict("297.66") == ("ambiguous", "amount", (SECOND, THIRD))


def test_nothing_fits():
    assert verdict("1.00", "cotisation") == ("none", "nothing", ())


def test_what_was_paid_before_is_paid_too_much():
    paid = Claim("2026-0009", Decimal("0.00"))
    found = match(Payment(Decimal(50), "2026-0009"), [paid])
    assert (found.verdict, found.claims) == ("over", (paid,))
