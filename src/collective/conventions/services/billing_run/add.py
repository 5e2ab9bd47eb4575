"""POST @billing-run: issue what is due, as much as fits into the time of one answer."""

from collective.conventions.billing.run import run
from collective.conventions.clock import today
from collective.conventions.server.tools.budget import Budget
from collective.conventions.server.tools.budget import SECONDS
from collective.conventions.services.billing_run.sent import asked_for
from collective.conventions.services.billing_run.told import told
from collective.conventions.services.content.body import body
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zope.interface import alsoProvides


class Add(Service):
    """Answers with the record of the run; one that is not ``complete`` is sent again."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        day = today()
        on, only = asked_for(self.context, body(self.request), day)
        done = run(on, day, Budget(SECONDS), only=only)
        answer = told(done, f"{self.context.absolute_url()}/@billing-run")
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", answer["@id"])
        return answer
