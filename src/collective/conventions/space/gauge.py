"""The one number of a space: how many bytes it holds, beside how many it may hold."""

from persistent import Persistent
from typing import Any
from ZODB.POSException import ConflictError


#: 3 GB for a space (C8), decimal: a gigabyte is a thousand million bytes, as on the page.
DEFAULT_LIMIT = 3 * 1000**3

#: The parts of the limit, in percent, at which the managers of the space are warned.
WARNINGS = (80, 95)

State = dict[str, Any]


def level_of(used: int, limit: int) -> int:
    """The highest of ``WARNINGS`` that is reached, or 0."""
    return max((level for level in WARNINGS if used * 100 >= level * limit), default=0)


class Gauge(Persistent):
    """Bytes used and allowed.

    Two uploads at once both change this record. The database then adds up what each has added,
    unless both together are too much: one of them begins again, and finds the space full.
    """

    def __init__(self, limit: int = DEFAULT_LIMIT) -> None:
        self.used = 0
        self.limit = limit
        #: The most that the last writer allowed; None for one who is never refused.
        self.ceiling: int | None = None
        #: The highest warning that was given.
        self.level = 0
        #: The last day on which anything changed.
        self.day = 0

    def move(self, growth: int, ceiling: int | None, day: int) -> None:
        """Add ``growth``, which may be negative."""
        self.used += growth
        self.ceiling = ceiling
        self.level = level_of(self.used, self.limit)
        self.day = day

    def _p_resolveConflict(self, old: State, saved: State, new: State) -> State:
        """What both writers changed, in one; see the class."""
        growth = new["used"] - old["used"]
        limit = new["limit"] if new["limit"] != old["limit"] else saved["limit"]
        used = saved["used"] + growth
        if growth > 0 and new["ceiling"] is not None and used > new["ceiling"]:
            raise ConflictError
        # A warning that only both together have reached is given with the next write.
        highest = {name: max(saved[name], new[name]) for name in ("level", "day")}
        return {**new, **highest, "used": used, "limit": limit}
