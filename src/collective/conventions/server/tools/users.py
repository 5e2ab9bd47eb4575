"""Which spaces have a tool, or ask for it."""

from collections.abc import Iterator
from collective.conventions.server.tools.catalogue import Tool
from collective.conventions.server.tools.requests import all_requests
from collective.conventions.server.tools.versions import has_profile
from typing import Any


def sites(app: Any) -> list[str]:
    """The ids of all sites of the server, without entering any of them."""
    return sorted(app.objectIds("Plone Site"))


def users_of(app: Any, tool: Tool) -> Iterator[str]:
    """The ids of the spaces that have a tool."""
    return (name for name in sites(app) if has_profile(app[name], tool.profile))


def is_used(app: Any, tool: Tool) -> bool:
    """Whether a space has a tool, or waits for an answer that concerns it."""
    asked = any(one.open and one.tool == tool.id for one in all_requests(app))
    return asked or any(users_of(app, tool))
