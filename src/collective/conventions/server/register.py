"""The register of spaces: what the operator knows of each, kept outside of it."""

from collective.conventions.server.shelf import kept
from collective.conventions.server.shelf import shelf
from dataclasses import asdict
from dataclasses import dataclass
from typing import Any


NAME = "register"

#: ``gone``: the site is no longer there; what is known of it stays.
ACTIVE, SUSPENDED, GONE = "active", "suspended", "gone"
STATES = (ACTIVE, SUSPENDED, GONE)


@dataclass(frozen=True)
class Entry:
    """One space in the register; only the operator changes it."""

    id: str
    title: str
    #: One of ``content.vocabularies.ENTITY_KINDS``, or empty.
    kind: str = ""
    nis_code: str = ""
    #: Of a CPAS: the id of the space of its commune.
    commune: str = ""
    #: The bytes that it may hold; None for the limit of every new space.
    limit: int | None = None
    state: str = ACTIVE
    #: The ids of the tools that are installed on request.
    tools: tuple[str, ...] = ()
    notes: str = ""
    #: The day on which it was made, ISO 8601.
    created: str = ""


def entries(app: Any) -> list[Entry]:
    """All entries, by their ids."""
    return [Entry(**values) for values in (kept(app, NAME) or {}).values()]


def entry(app: Any, space_id: str) -> Entry | None:
    """The entry of one space."""
    values = (kept(app, NAME) or {}).get(space_id)
    return None if values is None else Entry(**values)


def put(app: Any, changed: Entry) -> None:
    """Add an entry, or put it in the place of the one of its id; the journal is the caller's."""
    register = shelf(app, NAME)
    if register.get(changed.id) != asdict(changed):
        register[changed.id] = asdict(changed)
