"""What a space has and is offered, for who looks at it from inside."""

from collective.conventions.server.tools.catalogue import Tool
from collective.conventions.server.tools.catalogue import tools
from collective.conventions.server.tools.profiles import registered
from collective.conventions.server.tools.requests import Request
from collective.conventions.server.tools.requests import requests_of
from collective.conventions.server.tools.requests import TOOL
from collective.conventions.server.tools.versions import has_profile
from collective.conventions.server.tools.versions import version_of
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Shown:
    """A tool as a space sees it; ``installed`` is its version there, or empty."""

    tool: Tool
    installed: str
    available: str
    #: What was asked for and is not done yet.
    request: Request | None

    @property
    def outdated(self) -> bool:
        return bool(self.installed) and self.installed != self.available


def shown(portal: Any) -> tuple[Shown, ...]:
    """The catalogue as the present space sees it, by title."""
    app = portal.getPhysicalRoot()
    known = registered()
    asked = {
        one.tool: one for one in requests_of(app, portal.getId()) if one.open and one.kind == TOOL
    }
    return tuple(
        Shown(
            tool,
            version_of(portal, tool.profile) if has_profile(portal, tool.profile) else "",
            known[tool.profile].version if tool.profile in known else "",
            asked.get(tool.id),
        )
        for tool in tools(app)
    )
