"""Who writes to whom and why, for the models of letters."""

from collections.abc import Mapping
from collections.abc import Sequence
from collective.conventions.documents.filling import saying
from collective.conventions.documents.filling.fields import FIELDS
from collective.conventions.documents.filling.shape import empty
from collective.conventions.terms import writing
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any


@dataclass(frozen=True)
class Unpaid:
    """An invoice that is still open, in euros with VAT."""

    number: str
    day: date
    due: date | None
    amount: Decimal
    open: Decimal


@dataclass(frozen=True)
class Letter:
    """A letter about a convention.

    :ivar sender: the name of the party that writes; the first one where it is empty.
    :ivar recipient: the name of the party that is written to; the first other one where empty.
    :ivar end: the last day in force that the letter leads to.
    """

    sender: str = ""
    recipient: str = ""
    reason: str = ""
    end: date | None = None
    invoices: tuple[Unpaid, ...] = ()


def letter_of(
    letter: Letter | None, parties: Sequence[Mapping[str, Any]], today: date, language: str
) -> dict[str, Any]:
    """The fields of a letter; of none at all, empty ones."""
    if letter is None:
        return empty(FIELDS["letter"].fields)
    nobody = empty(FIELDS["letter"].fields["sender"].fields)
    sender = _named(letter.sender, parties) or next(iter(parties), nobody)
    others = [party for party in parties if party is not sender]
    recipient = _named(letter.recipient, others) or next(iter(others), nobody)
    total = sum((one.open for one in letter.invoices), Decimal(0))
    return {
        "day": writing.day(today, language),
        "sender": sender,
        "recipient": recipient,
        "reason": letter.reason,
        "end": saying.day(letter.end, language),
        "invoices": [_unpaid(one, language) for one in letter.invoices],
        "total": writing.money(total, language) if letter.invoices else "",
    }


def _named(name: str, parties: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    return next((party for party in parties if party["name"] == name), None) if name else None


def _unpaid(invoice: Unpaid, language: str) -> dict[str, str]:
    return {
        "number": invoice.number,
        "day": writing.day(invoice.day, language),
        "due": saying.day(invoice.due, language),
        "amount": writing.money(invoice.amount, language),
        "open": writing.money(invoice.open, language),
    }
