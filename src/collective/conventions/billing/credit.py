"""Taking an issued invoice back, in whole or part, by a credit note."""

from Acquisition import aq_parent
from collections.abc import Mapping
from collections.abc import Sequence
from collective.conventions import _
from collective.conventions.billing.balance import balance_of
from collective.conventions.billing.balance import credit_notes
from collective.conventions.billing.frozen import is_received
from collective.conventions.billing.frozen import issued_of
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.terms.crediting import too_much
from collective.conventions.terms.document import Document
from collective.conventions.terms.document import DocumentLine
from dataclasses import asdict
from plone import api
from typing import Any


Row = Mapping[str, Any]


def draft_credit_note(invoice: Any, rows: Sequence[Row] | None = None, remarks: str = "") -> Any:
    """Make the draft of a credit note.

    :param rows: what is credited, as lines of an invoice; all of it when None.
    :raises Conflict: the invoice has not been issued, or nothing of it is left to be credited.
    """
    issued = issued_of(invoice)
    if issued is None or issued.document.kind != "invoice":
        raise Conflict(_("Only an issued invoice can be credited."))
    refuse_received(invoice)
    balance = balance_of(invoice)
    if balance is None or not balance.owed:
        raise Conflict(_("This invoice has been credited in whole."))
    lines = [row_of(line) for line in issued.document.lines] if rows is None else rows
    values = {**credit_of(invoice, lines), "remarks": remarks}
    return api.content.create(aq_parent(invoice), "Invoice", **values)


def credit_of(invoice: Any, rows: Sequence[Row]) -> dict[str, Any]:
    """The values of a credit note for an issued invoice."""
    document = issued_of(invoice).document
    return {
        "title": invoice.title,
        "document_kind": "credit_note",
        "issuer": document.issuer.uid,
        "customer": document.customer.uid,
        "credits": invoice.UID(),
        "buyer_reference": document.buyer_reference,
        "exemption_reason": document.exemption_reason,
        "period_start": document.period_start,
        "period_end": document.period_end,
        "lines": [dict(row) for row in rows],
    }


def refuse_received(invoice: Any) -> None:
    """Refuse to take back in another's name what he has issued himself.

    :raises Conflict: the invoice was received.
    """
    if is_received(invoice):
        raise Conflict(_("This invoice was received: only its issuer can credit it."))


def refuse_too_much(note: Document, credited: Any) -> None:
    """Refuse to credit more than what is left of an invoice.

    :raises UnprocessableEntity: ``findings`` name the rest.
    """
    issued = issued_of(credited)
    found = too_much(issued.document, credit_notes(credited), note) if issued is not None else ()
    if found:
        raise UnprocessableEntity(_("The document cannot be issued yet."), found)


def row_of(line: DocumentLine) -> dict[str, Any]:
    """A line of a document as a row of an invoice; its reduction follows from its per cent."""
    values = asdict(line)
    del values["reduction"]
    return values
