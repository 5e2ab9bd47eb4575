"""PATCH @statement/<reference>: say what a movement that waits has paid, or that it is none."""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.billing.payments.assigning import assign
from collective.conventions.billing.payments.assigning import set_aside
from collective.conventions.clock import today
from collective.conventions.services.below import Below
from collective.conventions.services.content.body import body
from collective.conventions.services.content.deserialize import refuse_faults
from collective.conventions.services.content.schema_sent import read_by
from collective.conventions.services.refusals.problem import problem
from collective.conventions.services.server import ServerService
from plone.protect.interfaces import IDisableCSRFProtection
from typing import Any
from zExceptions import NotFound
from zope import schema
from zope.interface import alsoProvides
from zope.interface import Interface


class IDecisionSent(Interface):
    """One or the other: the UIDs of the invoices that were paid, or why it is no payment."""

    invoices = schema.List(
        title=_("Invoices"),
        value_type=schema.TextLine(max_length=100),
        required=False,
        max_length=100,
    )
    reason = schema.Text(title=_("Reason"), required=False, max_length=2000)


class Update(Below):
    """Records the movement, or sets it aside; it is never forgotten."""

    def reply(self) -> Any:
        return self.decided()

    def decided(self, app: Any = None) -> Any:
        """Take the decision on a movement of the space, or with ``app`` on one of the root."""
        alsoProvides(self.request, IDisableCSRFProtection)
        if not self.params:
            raise NotFound("@statement")
        invoices, reason = read(self.context, body(self.request))
        if invoices:
            assign(self.params[0], *invoices, today=today(), app=app)
        else:
            set_aside(self.params[0], reason, app)
        return self.reply_no_content()


class OfServer(ServerService, Update):
    """Of what waits on the root."""

    most = 1

    def reply(self) -> Any:
        return self.decided(self.root)


def read(place: Any, sent: Mapping[str, Any]) -> tuple[list[str], str]:
    """The invoices or the reason.

    :raises BadRequest: for what is malformed or unknown, and for both or neither of them.
    """
    values = read_by(IDecisionSent, place, sent)
    invoices, reason = values["invoices"] or [], values["reason"] or ""
    if not invoices and not reason:
        refuse_faults([problem("required", "invoices")])
    if invoices and reason:
        refuse_faults([problem("unknown_field", "reason")])
    return invoices, reason
