"""GET @storage: what the space holds, what it may hold, and what takes the room."""

from collective.conventions.space.report import report
from collective.conventions.space.room import is_unlimited
from dataclasses import asdict
from plone.restapi.services import Service
from typing import Any


class Get(Service):
    """The storage of the space."""

    def reply(self) -> dict[str, Any]:
        return shown(self.context)


def shown(site: Any) -> dict[str, Any]:
    """The storage of a space, as REST tells it."""
    told = report(site)
    return {
        "@id": f"{site.absolute_url()}/@storage",
        "used": told.room.used,
        "limit": told.room.limit,
        "free": told.room.free,
        "percent": told.room.percent,
        "warning": told.room.level,
        "unlimited": is_unlimited(),
        "kinds": {share.name: share.octets for share in told.kinds},
        "types": [asdict(share) for share in told.types],
        "folders": [asdict(share) for share in told.folders],
        "largest": [asdict(item) for item in told.largest],
        "reclaimable": {"revisions": told.gain.revisions, "scales": told.gain.scales},
        "days": [{"day": day.isoformat(), "used": octets} for day, octets in told.days],
        "count": told.count,
    }
