"""GET @upgrades: the versions in each space, and what waits."""

from collective.conventions.server.spaces import entered
from collective.conventions.server.spaces import spaces
from collective.conventions.server.tools.profiles import software
from collective.conventions.server.tools.upgrade import failures
from collective.conventions.server.tools.versions import versions
from collective.conventions.services.batch import batch
from collective.conventions.services.server import ServerService
from dataclasses import asdict
from typing import Any


class Get(ServerService):
    def reply(self) -> dict[str, Any]:
        found, failed = spaces(self.root), failures(self.root)
        items, server = [], software()
        for space in batch(self.request, found):
            with entered(self.root, space.id) as portal:
                known = [asdict(one) for one in versions(portal, server)]
            last = asdict(failed[space.id]) if space.id in failed else None
            items.append({"space": space.id, "versions": known, "failed": last})
        return {
            "@id": f"{self.context.absolute_url()}/@upgrades",
            "items_total": len(found),
            "items": items,
        }
