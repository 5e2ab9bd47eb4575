"""The figures of each space, taken now and then and kept on the root.

The console shows hundreds of spaces without entering one. So what it shows is as old as it says,
and costs the same whether the spaces hold ten conventions or ten thousand.
"""

from collective.conventions.clock import today
from collective.conventions.server.hands import as_system
from collective.conventions.server.journal import present_actor
from collective.conventions.server.journal import record
from collective.conventions.server.register import entry
from collective.conventions.server.register import put
from collective.conventions.server.shelf import kept
from collective.conventions.server.shelf import shelf
from collective.conventions.server.spaces import entered
from collective.conventions.server.usage import is_in_force
from collective.conventions.server.usage import Usage
from collective.conventions.server.usage import usage_of
from dataclasses import asdict
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from datetime import datetime
from datetime import UTC
from plone import api
from typing import Any


NAME = "figures"
PROFILE = "collective.conventions:default"
#: What Plone says of who has never logged in.
NEVER = date(2000, 1, 1)


@dataclass(frozen=True)
class Figures:
    """What a space held when it was last looked at."""

    space: str
    #: When, in UTC, ISO 8601.
    taken: str
    language: str
    conventions: int
    in_force: int
    invoices: int
    members: int
    #: The day, ISO 8601; empty when nobody ever did.
    last_login: str
    #: Of the add-on: the version that the space has, and whether a later one waits.
    version: str
    outdated: bool
    used: int | None = None
    limit: int | None = None
    #: The bytes gained in the last thirty days.
    growth: int | None = None


def figures(app: Any) -> dict[str, Figures]:
    """The last figures of every space, by its id."""
    return {name: Figures(**values) for name, values in (kept(app, NAME) or {}).items()}


def take(app: Any, space_id: str) -> Figures:
    """Look at a space and keep what is seen in the place of what was.

    A limit that was set in the space itself comes into the register, too.
    """
    with as_system(), entered(app, space_id) as portal:
        usage = usage_of(portal)
        found = Figures(
            space=space_id,
            taken=datetime.now(UTC).isoformat(timespec="seconds"),
            language=str(portal.Language()),
            last_login=_last_login(),
            **asdict(usage),
            **_counts(),
            **_version(),
        )
    shelf(app, NAME)[space_id] = asdict(found)
    _register_limit(app, space_id, usage)
    return found


def _register_limit(app: Any, space_id: str, usage: Usage) -> None:
    known = entry(app, space_id)
    if known is None or is_in_force(known.limit, usage):
        return
    put(app, replace(known, limit=usage.limit))
    record(
        app,
        "limit_found",
        actor=present_actor(),
        subject=space_id,
        before={"limit": known.limit},
        after={"limit": usage.limit},
    )


def _counts() -> dict[str, Any]:
    """How many there are: read off the catalog, whoever asks."""
    now = today()
    catalog = api.portal.get_tool("portal_catalog")

    def count(**query: Any) -> int:
        return len(catalog.unrestrictedSearchResults(**query))

    return {
        "conventions": count(portal_type="Convention"),
        "in_force": count(
            portal_type="Convention",
            force_start={"query": now, "range": "max"},
            force_end={"query": now, "range": "min"},
        ),
        "invoices": count(portal_type="Invoice", review_state="draft"),
        "members": len(api.portal.get_tool("acl_users").source_users.listUserIds()),
    }


def _last_login() -> str:
    """The day on which a member of the space last logged in."""
    users = api.portal.get_tool("acl_users").source_users.listUserIds()
    moments = [api.user.get(userid=name).getProperty("login_time") for name in users]
    days = [moment.asdatetime().date() for moment in moments if hasattr(moment, "asdatetime")]
    return max((day.isoformat() for day in days if day > NEVER), default="")


def _version() -> dict[str, Any]:
    setup = api.portal.get_tool("portal_setup")
    found = setup.getLastVersionForProfile(PROFILE)
    version = ".".join(found) if isinstance(found, tuple) else ""
    return {"version": version, "outdated": version != setup.getVersionForProfile(PROFILE)}
