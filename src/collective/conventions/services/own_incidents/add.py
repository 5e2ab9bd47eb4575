"""POST @incidents in a space: report one; POST @incidents/NUMBER: answer what was asked."""

from collective.conventions import _
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.server.incident import Incident
from collective.conventions.server.own_incidents import answer_here
from collective.conventions.server.own_incidents import report_here
from collective.conventions.services.below import Below
from collective.conventions.services.content.body import body
from collective.conventions.services.content.fields_sent import read_fields
from collective.conventions.services.incidents.fields import REPORT
from collective.conventions.services.incidents.told import told
from dataclasses import replace
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from typing import Any
from zope import schema
from zope.interface import alsoProvides


ANSWER = {"answer": schema.Text(__name__="answer")}


class Add(Below):
    """Answers the incident as the member may see it."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        if api.user.is_anonymous():
            raise Forbidden(_("Please log in first."))
        address = f"{self.context.absolute_url()}/@incidents"
        sent = body(self.request)
        if self.params:
            given = {"answer": "", **read_fields(ANSWER, sent)}
            made = self._answer(given["answer"])
        else:
            made = report_here(
                self.context, **{**dict.fromkeys(REPORT, ""), **read_fields(REPORT, sent)}
            )
            self.request.response.setStatus(201)
            self.request.response.setHeader("Location", f"{address}/{made.id}")
        return told(made.told(), address, outside=False)

    def _answer(self, text: str) -> Incident:
        try:
            return answer_here(self.context, self.params[0], text)
        except UnprocessableEntity as error:
            # An answer is a step, whose text is its reason; clients know it by another name.
            named = [replace(one, field="answer") for one in error.findings]
            raise UnprocessableEntity(error.message, named) from None
