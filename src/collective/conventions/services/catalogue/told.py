"""What the services answer of a tool in the catalogue, and what they read."""

from collective.conventions.server.tools.catalogue import Tool
from collective.conventions.server.tools.profiles import registered
from collective.conventions.server.tools.profiles import release
from collective.conventions.server.tools.users import users_of
from dataclasses import asdict
from typing import Any


#: What a client may send; the package follows from the profile.
FIELDS = ("id", "title", "description", "guide", "contact", "profile")


def told(app: Any, tool: Tool, url: str) -> dict[str, Any]:
    """A tool, the versions that the server has of it, and the spaces that use it."""
    known = registered().get(tool.profile)
    return {
        "@id": f"{url}/@tool-catalogue/{tool.id}",
        **asdict(tool),
        "release": release(tool.package) or None,
        "version": known.version if known else None,
        "spaces": list(users_of(app, tool)),
    }
