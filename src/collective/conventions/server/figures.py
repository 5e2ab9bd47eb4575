"""The figures of each space, taken now and then and kept on the root.

The console shows hundreds of spaces without entering one. So what it shows is as old as it says,
and costs the same whether the spaces hold ten conventions or ten thousand.
"""

from collective.conventions.clock import today
from collective.conventions.server.hands import as_system
from collective.conventions.server.shelf import kept
from collective.conventions.server.shelf import shelf
from collective.conventions.server.spaces import entered
from collective.conventions.server.usage import usage_of
from dataclasses import asdict
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from plone import api
from typing import Any


NAME = "figures"
PROFILE = "collective.conventions:default"
#: Growth is told over so many days, or over what is known of them.
DAYS = 30
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
    #: The bytes used on earlier days, the oldest first, at most one a day.
    earlier: tuple[tuple[str, int], ...] = ()

    @property
    def growth(self) -> int | None:
        """The bytes gained since the first of the earlier days; None while there is none."""
        if self.used is None or not self.earlier:
            return None
        return self.used - self.earlier[0][1]


def figures(app: Any) -> dict[str, Figures]:
    """The last figures of every space, by its id."""
    return {name: Figures(**values) for name, values in (kept(app, NAME) or {}).items()}


def take(app: Any, space_id: str) -> Figures:
    """Look at a space and keep what is seen in the place of what was."""
    places = shelf(app, NAME)
    before = Figures(**places[space_id]) if space_id in places else None
    with as_system(), entered(app, space_id) as portal:
        usage = usage_of(portal)
        found = Figures(
            space=space_id,
            taken=datetime.now(UTC).isoformat(timespec="seconds"),
            language=str(portal.Language()),
            used=usage.used,
            limit=usage.limit,
            earlier=_earlier(before),
            last_login=_last_login(),
            **_counts(),
            **_version(),
        )
    places[space_id] = asdict(found)
    return found


def _earlier(before: Figures | None) -> tuple[tuple[str, int], ...]:
    """The days that are kept, with that of the last look; today's is not an earlier one."""
    if before is None:
        return ()
    days = dict(before.earlier)
    if before.used is not None:
        days[before.taken[:10]] = before.used
    first = (today() - timedelta(days=DAYS)).isoformat()
    return tuple(sorted((d, n) for d, n in days.items() if first <= d < today().isoformat()))


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
