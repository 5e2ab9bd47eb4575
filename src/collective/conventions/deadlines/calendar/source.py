"""What the events of a convention have in common."""

from collective.conventions.journal.storage import find
from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from typing import Any


@dataclass(frozen=True)
class Source:
    """A convention, as its events tell of it; ``changes`` counts how often it has changed."""

    uid: str
    title: str
    url: str
    modified: datetime
    changes: int


def source_of(uid: str, title: str, url: str, modified: Any) -> Source:
    """A convention with the number of its changes.

    :param modified: when it was changed, as Zope tells time.
    """
    journal = find(uid)
    changed = modified.asdatetime().astimezone(UTC).replace(microsecond=0)
    return Source(uid, title, url, changed, journal.length if journal is not None else 0)
