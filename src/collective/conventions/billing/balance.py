"""What is still to be paid of an issued document, after its payments and credit notes."""

from Acquisition import aq_parent
from collections.abc import Iterator
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.payments.book import payments_of
from collective.conventions.terms.document import Document
from collective.conventions.terms.paying import Balance
from collective.conventions.terms.paying import balance
from typing import Any


def balance_of(invoice: Any) -> Balance | None:
    """The balance of an issued document; ``None`` for a draft."""
    issued = issued_of(invoice)
    if issued is None:
        return None
    credits = (note.gross for note in credit_notes(invoice))
    payments = (payment.amount for payment in payments_of(invoice))
    return balance(issued.document.gross, credits, payments)


def credit_notes(invoice: Any) -> Iterator[Document]:
    """The issued credit notes of an invoice."""
    uid = invoice.UID()
    for part in parts_of(aq_parent(invoice)):
        issued = issued_of(part)
        if issued is not None and part.credits == uid:
            yield issued.document


def parts_of(convention: Any) -> Iterator[Any]:
    """The invoices and credit notes of a convention, drafts included, whoever may see them."""
    for part in convention.objectValues():
        if getattr(part, "portal_type", "") == "Invoice":
            yield part
