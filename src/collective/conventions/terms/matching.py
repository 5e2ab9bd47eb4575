"""Which invoice a payment pays: by what the payer wrote, else by account and amount.

A communication counts for more than an amount. Where neither is certain a person decides, among
the invoices that it could be.
"""

from collections.abc import Iterable
from collective.conventions.terms.amounts import total
from collective.conventions.terms.communication import names
from collective.conventions.terms.communication import structured_in
from dataclasses import dataclass
from decimal import Decimal


#: What can come of a match: this invoice paid, in part, with too much; several possible; nothing.
VERDICTS = ("exact", "partial", "over", "ambiguous", "none")

#: What a match rests on.
GROUNDS = ("structured", "number", "account_and_amount", "amount", "nothing")


@dataclass(frozen=True)
class Claim:
    """An issued invoice that can be paid; ``open`` in euro, ``iban`` the customer's if known.

    ``communication`` is a structured one of twelve digits, or empty.
    """

    number: str
    open: Decimal
    communication: str = ""
    iban: str = ""


@dataclass(frozen=True)
class Payment:
    """Money that came in: ``amount`` in euro, what the payer wrote, the account it came from."""

    amount: Decimal
    communication: str = ""
    iban: str = ""


@dataclass(frozen=True)
class Match:
    """A verdict of ``VERDICTS`` on one of ``GROUNDS``, with the claims it is about.

    "exact" can have several claims: all that the payer named, paid by one amount.
    """

    verdict: str
    ground: str
    claims: tuple[Claim, ...] = ()


def match(payment: Payment, claims: Iterable[Claim]) -> Match:
    """Return which of ``claims`` a payment pays.

    A claim that was paid before can be named too: what comes is too much then.
    """
    known = tuple(claims)
    codes = structured_in(payment.communication)
    if meant := tuple(claim for claim in known if claim.communication in codes):
        return _named(payment, meant, "structured")
    if meant := tuple(claim for claim in known if names(payment.communication, claim.number)):
        return _named(payment, meant, "number")
    return _by_amount(payment, known)


def _named(payment: Payment, meant: tuple[Claim, ...], ground: str) -> Match:
    """Judge claims that the payer named; of several, only their sum pays them all."""
    asked = total(*(claim.open for claim in meant))
    if payment.amount == asked:
        return Match("exact", ground, meant)
    if len(meant) > 1:
        return Match("ambiguous", ground, meant)
    return Match("partial" if payment.amount < asked else "over", ground, meant)


def _by_amount(payment: Payment, claims: tuple[Claim, ...]) -> Match:
    same = tuple(claim for claim in claims if claim.open and claim.open == payment.amount)
    own = tuple(claim for claim in same if claim.iban and claim.iban == payment.iban)
    if len(own) == 1:
        return Match("exact", "account_and_amount", own)
    if own or same:
        return Match("ambiguous", "account_and_amount" if own else "amount", own or same)
    return Match("none", "nothing")
