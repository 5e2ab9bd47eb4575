"""GET @requests: what the space has asked for, the latest first, with every answer."""

from collective.conventions.server.spaces import root_of
from collective.conventions.server.tools.requests import requests_of
from collective.conventions.services.batch import batch
from collective.conventions.services.requests.told import told
from plone.restapi.services import Service
from typing import Any


class Get(Service):
    def reply(self) -> dict[str, Any]:
        url = f"{self.context.absolute_url()}/@requests"
        found = requests_of(root_of(self.context), self.context.getId())
        return {
            "@id": url,
            "items_total": len(found),
            "items": [told(one, f"{url}/{one.number}") for one in batch(self.request, found)],
        }
