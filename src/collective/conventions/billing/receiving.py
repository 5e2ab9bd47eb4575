"""Receiving an e-invoice: what another has issued becomes an issued document of a convention.

It keeps the number of its issuer and takes none of ours. From then on it is open, overdue and paid
like any other; its own bytes are what is kept and proved.
"""

from collections.abc import Iterator
from collective.conventions import _
from collective.conventions.billing import issuers
from collective.conventions.billing.balance import credit_notes
from collective.conventions.billing.balance import parts_of
from collective.conventions.billing.einvoice.read import read
from collective.conventions.billing.frozen import freeze
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.issue import ISSUE
from collective.conventions.billing.received_values import values_of
from collective.conventions.billing.received_values import with_periods
from collective.conventions.content.amended import parties_ever
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.terms.crediting import too_much
from collective.conventions.terms.document import Document
from collective.conventions.terms.document import Organisation
from collective.conventions.terms.findings import Finding
from dataclasses import replace
from datetime import date
from plone import api
from typing import Any


def receive(convention: Any, data: bytes, today: date) -> Any:
    """Make an issued invoice or credit note of a UBL document that came in; returns it.

    :raises Forbidden: the current user may not.
    :raises Conflict: it has been received before, or its issuer bills from this server.
    :raises UnprocessableEntity: it is no such document, contradicts itself, or has nothing to do
        with the convention; ``findings`` name everything.
    """
    if not api.user.has_permission(ISSUE, obj=convention):
        raise Forbidden(_("You may not receive this."))
    document = known_here(read(data), convention)
    _refuse_own(document)
    _refuse_twice(document)
    credited = credited_by(document, convention)
    values = values_of(document, convention)
    invoice = api.content.create(
        convention, "Invoice", **values, credits=credited and credited.UID()
    )
    freeze(invoice, document, data, received=today)
    api.portal.get_tool("portal_workflow").doActionFor(invoice, "issue")
    return invoice


def known_here(document: Document, convention: Any) -> Document:
    """What came in, with the partners of this space that its parties are.

    :raises UnprocessableEntity: ``findings`` name a party that is unknown here, or not one of the
        convention's.
    """
    sides = {"issuer": document.issuer, "customer": document.customer}
    uids = {field: _partner(side) for field, side in sides.items()}
    parties = set(parties_ever(convention))
    allowed = parties | {convention.issuer, convention.customer}
    if found := tuple(_strangers(sides, uids, allowed)):
        raise UnprocessableEntity(_("This document does not belong to this convention."), found)
    return replace(
        with_periods(document),
        issuer=replace(document.issuer, uid=uids["issuer"]),
        customer=replace(document.customer, uid=uids["customer"]),
        language=api.portal.get_default_language(),
    )


def credited_by(document: Document, convention: Any) -> Any:
    """The received invoice that a credit note corrects; ``None`` where it names none.

    :raises UnprocessableEntity: it is not in the convention, or less of it is left.
    """
    if document.kind != "credit_note" or document.credits is None:
        return None
    for part in parts_of(convention):
        issued = issued_of(part)
        if issued is not None and _same(issued.document, document, document.credits.number):
            if found := too_much(issued.document, credit_notes(part), document):
                raise UnprocessableEntity(_("This credit note cannot be received."), found)
            return part
    finding = Finding("credited_unknown", "credits", {"number": document.credits.number})
    raise UnprocessableEntity(_("This credit note cannot be received."), (finding,))


def _same(issued: Document, note: Document, number: str) -> bool:
    numbers = (issued.issuer.enterprise_number, issued.number)
    return issued.kind == "invoice" and numbers == (note.issuer.enterprise_number, number)


def _partner(side: Organisation) -> str:
    """The UID of the partner with the enterprise number of a party."""
    if not side.enterprise_number:
        return ""
    catalog = api.portal.get_tool("portal_catalog")
    query = {"portal_type": "Partner", "enterprise_number": side.enterprise_number}
    return next((str(one.UID) for one in catalog.unrestrictedSearchResults(**query)), "")


def _strangers(
    sides: dict[str, Organisation], uids: dict[str, str], allowed: set[str | None]
) -> Iterator[Finding]:
    for field, side in sides.items():
        told = {"organisation": side.name, "number": side.enterprise_number}
        if not side.enterprise_number:
            params = {"organisation": side.name}
            yield Finding("no_enterprise_number", field, params, column="enterprise_number")
        elif not uids[field]:
            yield Finding("partner_unknown", field, told, column="enterprise_number")
        elif uids[field] not in allowed:
            yield Finding("not_a_party", field, {"party": uids[field]})


def _refuse_own(document: Document) -> None:
    """Refuse what this space or the operator issues: it is here already, under its number."""
    portal = api.portal.get()
    keeper = issuers.keeper(portal.getPhysicalRoot(), document.issuer.enterprise_number)
    if keeper in (issuers.OPERATOR, portal.getId()):
        raise Conflict(
            _("Invoices of this issuer are issued here; they do not have to be received.")
        )


def _refuse_twice(document: Document) -> None:
    found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="Invoice", invoice_number=document.number
    )
    for record in found:
        known = issued_of(record._unrestrictedGetObject()).document
        if known.issuer.enterprise_number == document.issuer.enterprise_number:
            raise Conflict(
                _(
                    "The document ${number} of ${issuer} has been received already.",
                    mapping={"number": document.number, "issuer": document.issuer.name},
                )
            )
