"""The document that a draft invoice would become."""

from Acquisition import aq_parent
from collections.abc import Mapping
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.parties import item_of
from collective.conventions.content.values import Reading
from collective.conventions.terms.document import Credited
from collective.conventions.terms.document import Document
from collective.conventions.terms.document import DocumentLine
from collective.conventions.terms.document import Organisation
from collective.conventions.terms.reducing import reduced
from dataclasses import fields
from decimal import Decimal
from plone import api
from typing import Any


OF_LINE = {item.name for item in fields(DocumentLine)}
OF_ORGANISATION = {item.name for item in fields(Organisation)} - {"uid", "name"}


def document_of(invoice: Any) -> Document:
    """What an invoice says: as it was issued, or as it would be now."""
    issued = issued_of(invoice)
    if issued is not None:
        return issued.document
    return draft_from(Reading(invoice), aq_parent(invoice))


def draft_from(values: Mapping[str, Any], convention: Any) -> Document:
    """The document of the values of a draft, with neither number nor date of issue."""
    return Document(
        kind=values["document_kind"],
        issuer=organisation(values["issuer"]),
        customer=organisation(values["customer"]),
        lines=tuple(line_of(row) for row in values["lines"] or ()),
        due=values.get("due_date"),
        period_start=values.get("period_start"),
        period_end=values.get("period_end"),
        buyer_reference=values.get("buyer_reference") or convention.buyer_reference or "",
        contract=convention.reference or "",
        remarks=values.get("remarks") or "",
        exemption_reason=values.get("exemption_reason") or "",
        credits=_credited(values.get("credits")),
        language=api.portal.get_default_language(),
    )


def line_of(row: Mapping[str, Any]) -> DocumentLine:
    """A row of an invoice as the line of a document."""
    given = {name: row[name] for name in OF_LINE if row.get(name) is not None}
    line = DocumentLine(**given)
    return reduced(line, line.reduction_percent or Decimal(0), line.reduction_reason)


def organisation(uid: str | None) -> Organisation:
    """A partner as a party of a document, as it stands now."""
    found = item_of(uid)
    if found is None:
        return Organisation(uid or "", "")
    given = {name: getattr(found, name, None) or "" for name in OF_ORGANISATION}
    return Organisation(uid=str(uid), name=found.title, **given)


def _credited(uid: str | None) -> Credited | None:
    invoice = item_of(uid)
    issued = issued_of(invoice) if invoice is not None else None
    if issued is None:
        return None
    document = issued.document
    return Credited(document.number, document.issued)
