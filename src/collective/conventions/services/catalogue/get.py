"""GET @tool-catalogue: all tools; GET @tool-catalogue/<id>: one."""

from collective.conventions.server.tools.catalogue import tool
from collective.conventions.server.tools.catalogue import tools
from collective.conventions.services.batch import batch
from collective.conventions.services.catalogue.told import told
from collective.conventions.services.server import ServerService
from typing import Any


class Get(ServerService):
    most = 1

    def reply(self) -> dict[str, Any]:
        url = self.context.absolute_url()
        if self.params:
            return told(self.root, tool(self.root, self.params[0]), url)
        found = tools(self.root)
        return {
            "@id": f"{url}/@tool-catalogue",
            "items_total": len(found),
            "items": [told(self.root, one, url) for one in batch(self.request, found)],
        }
