"""The journal of the server: what was done to spaces, team and tools, by whom; chained."""

from AccessControl import getSecurityManager
from collections.abc import Mapping
from collective.conventions.journal.chain import Break
from collective.conventions.journal.chain import Entry
from collective.conventions.journal.storage import Journal
from collective.conventions.server.shelf import kept
from collective.conventions.server.shelf import shelf
from getpass import getuser
from itertools import islice
from typing import Any


NAME = "journal"
UID = "server"
#: How far back the last entries about one thing are looked for.
FAR = 1000


def record(
    app: Any,
    action: str,
    *,
    actor: str,
    subject: str,
    reason: str = "",
    before: Mapping[str, Any] | None = None,
    after: Mapping[str, Any] | None = None,
) -> Entry:
    """Add an entry at the end.

    :param subject: what it is about: the id of a space, a login, an incident, a tool.
    """
    journal: Journal = shelf(app, NAME, lambda: Journal(UID))
    return journal.append(
        action, actor=actor, subject=subject, before=before, after=after, reason=reason
    )


def history(app: Any) -> tuple[Entry, ...]:
    """All entries, the oldest first."""
    return tuple(kept(app, NAME) or ())


def latest(app: Any, most: int, subject: str = "") -> list[Entry]:
    """The last entries, or the last about one thing; the latest first.

    Looks no further back than ``FAR`` entries, so it costs no more in a long journal.
    """
    journal: Journal | None = kept(app, NAME)
    if journal is None:
        return []
    far = journal.between(max(1, journal.length - FAR + 1), journal.length)
    found = (one for one in reversed(far) if subject in ("", one.subject))
    return list(islice(found, most))


def breaks(app: Any) -> tuple[Break, ...]:
    """Where the chain does not hold."""
    journal = kept(app, NAME)
    return journal.breaks() if journal is not None else ()


def present_actor() -> str:
    """Who acts now: the member who is logged in, or who started the command on the machine."""
    user = getSecurityManager().getUser()
    if user.getId():
        return str(user.getId())
    return f"{user.getUserName()} ({getuser()})"
