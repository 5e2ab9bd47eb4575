"""@billing-run on the root: runs over the spaces, for who operates the server."""

from collective.conventions import _
from collective.conventions.billing import everywhere
from collective.conventions.billing.server_runs import find
from collective.conventions.billing.server_runs import runs
from collective.conventions.billing.server_runs import ServerRun
from collective.conventions.clock import today
from collective.conventions.interfaces import Conflict
from collective.conventions.server.journal import present_actor
from collective.conventions.server.tools.budget import Budget
from collective.conventions.server.tools.budget import SECONDS
from collective.conventions.services.billing_run.sent import server_run_in
from collective.conventions.services.billing_run.told import server_told
from collective.conventions.services.content.body import body
from collective.conventions.services.content.deserialize import refuse_faults
from collective.conventions.services.questions import asked
from collective.conventions.services.questions import batch_of
from collective.conventions.services.questions import batched
from collective.conventions.services.refusals.problem import problem
from collective.conventions.services.server import ServerService
from plone.protect.interfaces import IDisableCSRFProtection
from typing import Any
from zExceptions import NotFound
from zope.interface import alsoProvides


class OfServer(ServerService):
    """What both verbs share: the run that the address names."""

    most = 1

    @property
    def address(self) -> str:
        return f"{self.context.absolute_url()}/@billing-run"

    def named(self) -> ServerRun | None:
        """The run of the address, or ``None`` where it names none.

        :raises NotFound: there is no such run.
        """
        found = find(self.root, self.params[0]) if self.params else None
        if self.params and found is None:
            raise NotFound(self.params[0])
        return found


class Get(OfServer):
    """All runs, the latest first; or one of them."""

    def reply(self) -> dict[str, Any]:
        if (one := self.named()) is not None:
            return server_told(one, self.address)
        question, found = asked(self.request, {}), runs(self.root)
        items = [server_told(run, self.address) for run in batch_of(question, found)]
        return batched(self.address, question, len(found), items)


class Add(OfServer):
    """Begins a run; at the address of one that is not ``complete``, lets it go on."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        known, sent, day = self.named(), body(self.request), today()
        if known is not None:
            refuse_faults([problem("unknown_field", name) for name in sent])
            if known.ended is not None:
                raise Conflict(_("This run has come to its end."))
            return server_told(self._run(known.on, day, run_id=known.id), self.address)
        on, names = server_run_in(self.root, sent, day)
        answer = server_told(self._run(on, day, names=names), self.address)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", answer["@id"])
        return answer

    def _run(self, on: Any, day: Any, **options: Any) -> ServerRun:
        budget = Budget(SECONDS)
        return everywhere.run(
            self.root, on, day, by=present_actor(), shown=lambda space: budget, **options
        )
