"""POST @deliberation: record what College or Council decided; the Council's yes takes the step."""

from collective.conventions.clock import today
from collective.conventions.content.rows import IDeliberationRow
from collective.conventions.lifecycle.deliberating import record
from collective.conventions.services.content.body import body
from collective.conventions.services.content.schema_sent import read_by
from collective.conventions.services.deliberation.told import deliberations_told
from collective.conventions.services.visible import refuse_unseen
from collective.conventions.terms.deliberating import Deliberation
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zope.interface import alsoProvides


class Add(Service):
    """Answers 201 for a new deliberation, 200 for one that was recorded before."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        refuse_unseen(self.context)
        sent = read_by(IDeliberationRow, self.context, body(self.request))
        texts = {name: sent[name] or "" for name in ("number", "remark")}
        if record(self.context, Deliberation(**{**sent, **texts}), today()):
            self.request.response.setStatus(201)
        return deliberations_told(self.context, self.request)
