"""GET @incidents in a space: those that the present member may see."""

from collective.conventions.server.own_incidents import own_incidents
from collective.conventions.services.batch import batch
from collective.conventions.services.incidents.told import told
from plone.restapi.services import Service
from typing import Any


class Get(Service):
    """Who looks after the space sees all of them, the others what they have reported."""

    def reply(self) -> dict[str, Any]:
        address = f"{self.context.absolute_url()}/@incidents"
        found = own_incidents(self.context)
        return {
            "@id": address,
            "items_total": len(found),
            "items": [told(one, address, outside=False) for one in batch(self.request, found)],
        }
