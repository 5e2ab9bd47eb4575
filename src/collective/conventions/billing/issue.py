"""Issuing a draft: it gets its number, and nothing of it changes any more."""

from Acquisition import aq_parent
from collective.conventions import _
from collective.conventions.billing import numbers
from collective.conventions.billing.credit import refuse_received
from collective.conventions.billing.credit import refuse_too_much
from collective.conventions.billing.drafts import document_of
from collective.conventions.billing.einvoice.write import ubl
from collective.conventions.billing.frozen import freeze
from collective.conventions.billing.frozen import Issued
from collective.conventions.billing.issuers import refuse_strangers
from collective.conventions.billing.parties import item_of
from collective.conventions.billing.series import series_of
from collective.conventions.content.amended import values_at
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.terms.communication import structured
from collective.conventions.terms.document import Document
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.issuing import lacking
from dataclasses import replace
from datetime import date
from datetime import timedelta
from plone import api
from typing import Any


ISSUE = "collective.conventions: Issue Invoice"
PAYMENT_DAYS = 30


def issue(invoice: Any, today: date) -> Issued:
    """Issue a draft on this day. ``settle_issue`` says what else is raised.

    :raises Conflict: it is no draft any more.
    :raises Forbidden: the current user may not issue it.
    """
    if not api.user.has_permission(ISSUE, obj=invoice):
        raise Forbidden(_("You may not issue this."))
    if api.content.get_state(invoice) != "draft":
        raise Conflict(_("This has been issued already."))
    api.portal.get_tool("portal_workflow").doActionFor(invoice, "issue", today=today)
    return invoice._conventions_issued


def missing(invoice: Any, today: date) -> tuple[Finding, ...]:
    """Everything that a draft still lacks to be issued."""
    return lacking(dated(document_of(invoice), aq_parent(invoice), today))


def settle_issue(invoice: Any, today: date) -> Issued:
    """Freeze the document and take its number; the workflow calls this in its transition.

    :raises InsufficientStorage: the space has no room for it.
    :raises UnprocessableEntity: something is missing; ``findings`` names all of it.
    """
    convention = aq_parent(invoice)
    document = dated(document_of(invoice), convention, today)
    if found := lacking(document):
        raise UnprocessableEntity(_("The document cannot be issued yet."), found)
    if document.kind == "credit_note":
        credited = item_of(invoice.credits)
        refuse_received(credited)
        refuse_too_much(document, credited)
    app = api.portal.get().getPhysicalRoot()
    issuer = document.issuer.enterprise_number
    series = series_of(document.kind, of_space=refuse_strangers(app, issuer))
    number = numbers.upcoming(app, issuer, series, today)
    communication = structured(number) if convention.communication == "structured" else number
    document = replace(document, number=number, communication=communication)
    # Whatever refuses it, a lack of room too, does so before its number is taken.
    issued = freeze(invoice, document, ubl(document))
    numbers.take(app, issuer, series, today)
    return issued


def dated(document: Document, convention: Any, today: date) -> Document:
    """A draft as it would be issued on this day, but for its number."""
    due = document.due or today + timedelta(days=_payment_days(convention, today))
    return replace(document, issued=today, due=due)


def _payment_days(convention: Any, today: date) -> int:
    return values_at(convention, today).get("payment_days") or PAYMENT_DAYS
