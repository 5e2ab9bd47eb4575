"""The document that a draft invoice would become."""

from Acquisition import aq_parent
from collections.abc import Mapping
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.parties import item_of
from collective.conventions.terms.amounts import cents
from collective.conventions.terms.amounts import EXACT
from collective.conventions.terms.document import Credited
from collective.conventions.terms.document import Document
from collective.conventions.terms.document import DocumentLine
from collective.conventions.terms.document import Organisation
from collective.conventions.terms.document import ZERO
from dataclasses import fields
from decimal import Decimal
from plone import api
from typing import Any


OF_LINE = {item.name for item in fields(DocumentLine)}
OF_ORGANISATION = {item.name for item in fields(Organisation)} - {"uid", "name"}


def document_of(invoice: Any) -> Document:
    """What an invoice says: as it was issued, or as it would be now."""
    issued = issued_of(invoice)
    return issued.document if issued is not None else draft(invoice, aq_parent(invoice))


def draft(invoice: Any, convention: Any) -> Document:
    """The document of a draft, with neither number nor date of issue."""
    return Document(
        kind=invoice.document_kind,
        issuer=organisation(invoice.issuer),
        customer=organisation(invoice.customer),
        lines=tuple(line_of(row) for row in invoice.lines or ()),
        due=invoice.due_date,
        period_start=invoice.period_start,
        period_end=invoice.period_end,
        buyer_reference=invoice.buyer_reference or convention.buyer_reference or "",
        contract=convention.reference or "",
        remarks=invoice.remarks or "",
        exemption_reason=invoice.exemption_reason or "",
        credits=_credited(invoice.credits),
        language=api.portal.get_default_language(),
    )


def line_of(row: Mapping[str, Any]) -> DocumentLine:
    """A row of an invoice as the line of a document."""
    given = {name: row[name] for name in OF_LINE if row.get(name) is not None}
    line = DocumentLine(**given)
    percent = line.reduction_percent
    if not percent:
        return line
    return DocumentLine(**{**given, "reduction": _share(line.full, percent)})


def organisation(uid: str | None) -> Organisation:
    """A partner as a party of a document, as it stands now."""
    found = item_of(uid)
    if found is None:
        return Organisation(uid or "", "")
    given = {name: getattr(found, name, None) or "" for name in OF_ORGANISATION}
    return Organisation(uid=str(uid), name=found.title, **given)


def _share(full: Decimal, percent: Decimal) -> Decimal:
    return cents(EXACT.multiply(full, percent).scaleb(-2, EXACT)) if percent else ZERO


def _credited(uid: str | None) -> Credited | None:
    invoice = item_of(uid)
    issued = issued_of(invoice) if invoice is not None else None
    if issued is None:
        return None
    document = issued.document
    return Credited(document.number, document.issued)
