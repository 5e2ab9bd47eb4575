"""GET @tools: what a space has, and what it may ask for."""

from collective.conventions.server.tools.shown import Shown
from collective.conventions.server.tools.shown import shown
from dataclasses import asdict
from plone.restapi.services import Service
from typing import Any


class Get(Service):
    """The catalogue as the space sees it."""

    def reply(self) -> dict[str, Any]:
        items = [_said(one) for one in shown(self.context)]
        return {
            "@id": f"{self.context.absolute_url()}/@tools",
            "items_total": len(items),
            "items": items,
        }


def _said(one: Shown) -> dict[str, Any]:
    return {
        **asdict(one.tool),
        "installed": one.installed or None,
        "available": one.available or None,
        "request": one.request.number if one.request else None,
    }
