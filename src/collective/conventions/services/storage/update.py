"""PATCH @storage: the maintenance team sets how much a space may hold."""

from collective.conventions.services.content.body import body
from collective.conventions.services.content.deserialize import refuse_faults
from collective.conventions.services.refusals.problem import problem
from collective.conventions.services.storage.get import shown
from collective.conventions.space.limit import read_limit
from collective.conventions.space.limit import set_limit
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zope.interface import alsoProvides


class Update(Service):
    """Sets the limit; what the space holds stays, even above it."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        sent = body(self.request)
        faults = [problem("unknown_field", name) for name in sent if name != "limit"]
        if sent.get("limit") in (None, ""):
            faults.append(problem("required", "limit"))
        refuse_faults(faults)
        set_limit(self.context, read_limit(sent["limit"]))
        return shown(self.context)
