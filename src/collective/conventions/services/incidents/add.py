"""POST @incidents: put one on record; POST @incidents/NUMBER: take a step of it."""

from collective.conventions.server.incidents import report
from collective.conventions.server.incidents import take
from collective.conventions.server.journal import present_actor
from collective.conventions.server.spaces import has_space
from collective.conventions.services.content.body import body
from collective.conventions.services.content.deserialize import refuse_faults
from collective.conventions.services.content.fields_sent import read_fields
from collective.conventions.services.incidents.fields import REPORT
from collective.conventions.services.incidents.fields import SPACE
from collective.conventions.services.incidents.fields import STEP
from collective.conventions.services.incidents.told import told
from collective.conventions.services.refusals.problem import problem
from collective.conventions.services.server import ServerService
from plone.protect.interfaces import IDisableCSRFProtection
from typing import Any
from zope.interface import alsoProvides


class Add(ServerService):
    """Answers the incident as it is now."""

    most = 1

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        address = f"{self.context.absolute_url()}/@incidents"
        sent, actor = body(self.request), present_actor()
        if self.params:
            given = {"step": "", "reason": "", **read_fields(STEP, sent)}
            step, reason, tell = given.pop("step"), given.pop("reason"), given.pop("told", None)
            made = take(
                self.root,
                self.params[0],
                step,
                reason=reason,
                actor=actor,
                told=tell,
                detail=given,
            )
            return told(made, address)
        empty = {"space": "", **dict.fromkeys(REPORT, "")}
        given = {**empty, **read_fields({**SPACE, **REPORT}, sent)}
        if not has_space(self.root, given["space"]):
            code = "unknown_choice" if given["space"] else "required"
            refuse_faults([problem(code, "space", value=given["space"][:100])])
        made = report(self.root, given.pop("space"), actor=actor, own=False, **given)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", f"{address}/{made.id}")
        return told(made, address)
