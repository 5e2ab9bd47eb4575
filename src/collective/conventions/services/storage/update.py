"""PATCH @storage: the maintenance team sets how much a space may hold."""

from collective.conventions.services.content.body import body
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
        set_limit(self.context, read_limit(body(self.request).get("limit")))
        return shown(self.context)
