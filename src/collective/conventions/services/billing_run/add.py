"""POST @billing-run: issue what is due, as much as fits into the time of one answer."""

from collective.conventions import _
from collective.conventions.billing.run import run
from collective.conventions.billing.runs import find
from collective.conventions.billing.runs import Run
from collective.conventions.clock import today
from collective.conventions.interfaces import Conflict
from collective.conventions.server.tools.budget import Budget
from collective.conventions.server.tools.budget import SECONDS
from collective.conventions.services.below import Below
from collective.conventions.services.billing_run.sent import only_in
from collective.conventions.services.billing_run.sent import run_in
from collective.conventions.services.billing_run.told import told
from collective.conventions.services.content.body import body
from plone.protect.interfaces import IDisableCSRFProtection
from typing import Any
from zExceptions import NotFound
from zope.interface import alsoProvides


class Add(Below):
    """Begins a run; at the address of one that is not ``complete``, lets it go on."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        done = self._gone_on(self.params[0]) if self.params else self._begun()
        answer = told(done, f"{self.context.absolute_url()}/@billing-run")
        if not self.params:
            self.request.response.setStatus(201)
            self.request.response.setHeader("Location", answer["@id"])
        return answer

    def _begun(self) -> Run:
        day = today()
        on, only = run_in(self.context, body(self.request), day)
        return run(on, day, Budget(SECONDS), only=only)

    def _gone_on(self, run_id: str) -> Run:
        known = find(run_id)
        if known is None:
            raise NotFound(run_id)
        if known.complete:
            raise Conflict(_("This run has come to its end."))
        only = only_in(self.context, body(self.request))
        return run(known.on, today(), Budget(SECONDS), run_id, only)
