"""GET @tool-requests: what all spaces ask for, open ones first."""

from collective.conventions.server.tools.requests import all_requests
from collective.conventions.services.batch import batch
from collective.conventions.services.requests.told import told
from collective.conventions.services.server import ServerService
from typing import Any


class Get(ServerService):
    def reply(self) -> dict[str, Any]:
        url = f"{self.context.absolute_url()}/@tool-requests"
        found = all_requests(self.root)
        return {
            "@id": url,
            "items_total": len(found),
            "items_open": sum(one.open for one in found),
            "items": [
                told(one, f"{url}/{one.space}/{one.number}") for one in batch(self.request, found)
            ],
        }
