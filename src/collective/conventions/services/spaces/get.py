"""GET @spaces: all spaces, filtered and sorted; GET @spaces/<id>: one."""

from collective.conventions.server import console
from collective.conventions.server.register import entry
from collective.conventions.services.asked import refuse_strange
from collective.conventions.services.batch import batch
from collective.conventions.services.server import ServerService
from collective.conventions.services.spaces.told import told
from typing import Any
from zExceptions import NotFound


class Get(ServerService):
    """What the console shows; no space is entered for it."""

    most = 1

    def reply(self) -> dict[str, Any]:
        url = self.context.absolute_url()
        if self.params:
            found = entry(self.root, self.params[0])
            if found is None:
                raise NotFound(self.params[0])
            return told(console.row_of(self.root, found), url)
        refuse_strange(self.request.form, {"text": None, **console.CHOICES})
        rows = console.rows(self.root, console.read(self.request.form))
        return {
            "@id": f"{url}/@spaces",
            "items_total": len(rows),
            "items": [told(row, url) for row in batch(self.request, rows)],
        }
