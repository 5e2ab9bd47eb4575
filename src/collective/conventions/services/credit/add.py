"""POST @credit: the draft of a credit note for an issued invoice."""

from Acquisition import aq_parent
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.billing.credit import draft_credit_note
from collective.conventions.billing.credit import refuse_too_much
from collective.conventions.billing.drafts import document_of
from collective.conventions.content.invoice import IInvoice
from collective.conventions.interfaces import Forbidden
from collective.conventions.services.content.body import body
from collective.conventions.services.content.deserialize import refuse_faults
from collective.conventions.services.content.schema_sent import read_by
from collective.conventions.services.refusals.problem import problem
from collective.conventions.services.visible import refuse_unseen
from collective.conventions.terms.rows import check_lines
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.services import Service
from typing import Any
from zope import schema
from zope.component import getMultiAdapter
from zope.interface import alsoProvides
from zope.interface import Interface


ADD = "collective.conventions: Add Invoice"


class ICreditSent(Interface):
    """What is credited: the whole invoice where no lines are named."""

    lines = schema.List(
        title=_("Lines"),
        value_type=IInvoice["lines"].value_type,
        required=False,
        max_length=IInvoice["lines"].max_length,
    )
    remarks = schema.Text(
        title=_("Remarks"), required=False, max_length=IInvoice["remarks"].max_length
    )


class Add(Service):
    """The draft can still be changed, or deleted, until it is issued."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        refuse_unseen(self.context)
        if not api.user.has_permission(ADD, obj=aq_parent(self.context)):
            raise Forbidden(_("You may not add “${type}” here.", mapping={"type": "Invoice"}))
        lines, remarks = read(self.context, body(self.request))
        note = draft_credit_note(self.context, lines, remarks)
        refuse_too_much(document_of(note), self.context)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", note.absolute_url())
        answer: dict[str, Any] = getMultiAdapter((note, self.request), ISerializeToJson)()
        return answer


def read(invoice: Any, sent: Mapping[str, Any]) -> tuple[list[dict[str, Any]] | None, str]:
    """The lines that are credited, ``None`` for all of them, and the remarks.

    :raises BadRequest: for what is malformed or unknown; an empty list credits nothing.
    """
    values = read_by(ICreditSent, invoice, sent)
    lines = values["lines"] if sent.get("lines") is not None else None
    refuse_faults([problem("required", "lines")] if lines == [] else check_lines(lines))
    return lines, values["remarks"] or ""
