"""The payments of one issued document; they are facts that come after it."""

from dataclasses import asdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from persistent.list import PersistentList
from typing import Any


ATTRIBUTE = "_conventions_payments"


@dataclass(frozen=True)
class Payment:
    """An ``amount`` in euro that arrived on ``day``; below zero when it was given back.

    ``reference`` tells it from all others: the same payment recorded twice counts once.
    """

    day: date
    amount: Decimal
    reference: str
    means: str = "transfer"
    payer: str = ""
    note: str = ""


def payments_of(invoice: Any) -> tuple[Payment, ...]:
    """The payments of an invoice, in the order in which they were recorded."""
    return tuple(Payment(**row) for row in getattr(invoice, ATTRIBUTE, ()))


def write_down(invoice: Any, payment: Payment) -> bool:
    """Add a payment; tells whether it is new."""
    if payment.reference in {known.reference for known in payments_of(invoice)}:
        return False
    if getattr(invoice, ATTRIBUTE, None) is None:
        setattr(invoice, ATTRIBUTE, PersistentList())
    getattr(invoice, ATTRIBUTE).append(asdict(payment))
    return True
