"""PATCH @advanced-access/ID: grant it until a day, decline or revoke it with a reason."""

from collective.conventions.clock import today
from collective.conventions.server import zmi
from collective.conventions.server.journal import present_actor
from collective.conventions.services.advanced_access.one import One
from collective.conventions.services.advanced_access.one import told
from collective.conventions.services.content.body import body
from collective.conventions.services.content.deserialize import refuse_faults
from collective.conventions.services.content.fields_sent import read_fields
from collective.conventions.services.refusals.problem import problem
from typing import Any
from zope import schema


FIELDS = {
    "state": schema.TextLine(__name__="state"),
    "until": schema.Date(__name__="until"),
    "reason": schema.Text(__name__="reason"),
}


class Update(One):
    """The state that is sent says which of the three."""

    def reply(self) -> dict[str, Any]:
        self.writes()
        sent = read_fields(FIELDS, body(self.request))
        state, actor = sent.get("state"), present_actor()
        if state == zmi.GRANTED:
            until = sent.get("until")
            return told(zmi.grant(self.context, self.id, until, actor=actor, today=today()))
        if state not in (zmi.DECLINED, zmi.REVOKED):
            code = "unknown_choice" if state else "required"
            refuse_faults([problem(code, "state", value=(state or "")[:100])])
        close = zmi.decline if state == zmi.DECLINED else zmi.revoke
        return told(close(self.context, self.id, sent.get("reason", ""), actor=actor))
