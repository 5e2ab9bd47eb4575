"""What the catalog keeps of invoices and credit notes, so that pages of many read it alone.

The figures move when a document is issued, paid or credited, never because a day has passed:
"overdue" is a question about the due day.
"""

from collective.conventions.billing.balance import balance_of
from collective.conventions.billing.frozen import issued_of
from collective.conventions.content.invoice import IInvoice
from collective.conventions.terms.amounts import InvalidAmount
from collective.conventions.terms.document import Document
from collective.conventions.terms.document import ZERO
from collective.conventions.terms.paying import Balance
from datetime import date
from decimal import Decimal
from plone.indexer import indexer
from typing import Any


#: All that is kept, to be filled again with ``refresh``; the figures are a column and no index.
INDEXES = ("invoice_number", "invoice_kind", "invoice_customer", "invoice_issued", "invoice_due")

Figures = dict[str, str | date | Decimal | None]


def refresh(invoice: Any) -> None:
    """Let the catalog read an invoice again; its day of modification stays."""
    invoice.reindexObject(idxs=list(INDEXES))


@indexer(IInvoice)
def invoice_number(invoice: Any) -> str:
    """The number of an issued document; nothing for a draft."""
    issued = issued_of(invoice)
    if issued is None:
        raise AttributeError("invoice_number")
    return str(issued.number)


@indexer(IInvoice)
def invoice_kind(invoice: Any) -> str:
    return str(invoice.document_kind)


@indexer(IInvoice)
def invoice_customer(invoice: Any) -> str:
    """The UID of the partner that is invoiced."""
    return invoice.customer or ""


@indexer(IInvoice)
def invoice_issued(invoice: Any) -> date:
    """The day of issue; nothing for a draft."""
    return _kept_day(invoice, "issued")


@indexer(IInvoice)
def invoice_due(invoice: Any) -> date:
    """The last day to pay; nothing for a draft, and for what names none."""
    return _kept_day(invoice, "due")


@indexer(IInvoice)
def invoice_figures(invoice: Any) -> Figures:
    """What lists and totals show, as plain values by name: amounts in euro with VAT.

    ``gross`` is None where a draft holds numbers that no money can be computed with. Of what is
    not issued, and of a credit note, nothing is open.
    """
    found: Figures = {
        "kind": invoice.document_kind,
        "customer": invoice.customer or "",
        "issuer": invoice.issuer or "",
    }
    issued = issued_of(invoice)
    if issued is None:
        return {**found, **_of_document(None, _gross(invoice)), **_of_balance(None)}
    document = issued.document
    balance = balance_of(invoice) if document.kind == "invoice" else None
    return {**found, **_of_document(document, document.gross), **_of_balance(balance)}


def _of_document(document: Document | None, gross: Decimal | None) -> Figures:
    return {
        "number": document.number if document else "",
        "contract": document.contract if document else "",
        "issued": document.issued if document else None,
        "due": document.due if document else None,
        "gross": gross,
    }


def _of_balance(balance: Balance | None) -> Figures:
    known = balance or Balance(ZERO)
    return {"credited": known.credited, "paid": known.paid, "open": known.open}


def _gross(draft: Any) -> Decimal | None:
    try:
        gross: Decimal = draft.totals().gross
    except InvalidAmount:
        return None
    return gross


def _kept_day(invoice: Any, name: str) -> date:
    issued = issued_of(invoice)
    day: date | None = None if issued is None else getattr(issued.document, name)
    if day is None:
        raise AttributeError(f"invoice_{name}")
    return day
