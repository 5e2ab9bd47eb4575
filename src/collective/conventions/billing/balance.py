"""What is still to be paid of an issued document, after its payments and credit notes."""

from Acquisition import aq_parent
from collections.abc import Iterator
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.payments.book import payments_of
from collective.conventions.terms.amounts import total
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any


@dataclass(frozen=True)
class Balance:
    """In euro with VAT: ``gross`` of the document, ``credited`` by notes, ``paid`` by the customer.

    ``due`` is the last day to pay.
    """

    gross: Decimal
    credited: Decimal
    paid: Decimal
    due: date | None = None

    @property
    def open(self) -> Decimal:
        """What is still to be paid; below zero when too much was."""
        return total(self.gross, -self.credited, -self.paid)

    @property
    def rest(self) -> Decimal:
        """What can still be credited."""
        return total(self.gross, -self.credited)

    def is_overdue(self, today: date) -> bool:
        """Whether something is open after the last day to pay."""
        return self.open > 0 and self.due is not None and self.due < today


def balance_of(invoice: Any) -> Balance | None:
    """The balance of an issued document; ``None`` for a draft."""
    issued = issued_of(invoice)
    if issued is None:
        return None
    document = issued.document
    credited = total(*(note.gross for note in _notes(invoice)))
    paid = total(*(payment.amount for payment in payments_of(invoice)))
    return Balance(document.gross, credited, paid, document.due)


def parts_of(convention: Any) -> Iterator[Any]:
    """The invoices and credit notes of a convention, drafts included, whoever may see them."""
    for part in convention.objectValues():
        if getattr(part, "portal_type", "") == "Invoice":
            yield part


def _notes(invoice: Any) -> Iterator[Any]:
    uid = invoice.UID()
    for part in parts_of(aq_parent(invoice)):
        issued = issued_of(part)
        if issued is not None and part.credits == uid:
            yield issued.document
