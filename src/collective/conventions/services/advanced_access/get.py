"""GET @advanced-access: all that was asked for in this space, and what came of it."""

from collective.conventions.server.spaces import root_of
from collective.conventions.server.zmi import requests
from collective.conventions.services.advanced_access.one import told
from plone.restapi.services import Service
from plone.uuid.interfaces import IUUID
from typing import Any


class Get(Service):
    """The latest first."""

    def reply(self) -> dict[str, Any]:
        found = requests(root_of(self.context), IUUID(self.context))
        return {
            "@id": f"{self.context.absolute_url()}/@advanced-access",
            "items": [told(one) for one in found],
        }
