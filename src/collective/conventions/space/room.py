"""How much room a space has left, and the refusal of what would not fit."""

from collective.conventions import _
from collective.conventions.interfaces import InsufficientStorage
from collective.conventions.space.gauge import Gauge
from collective.conventions.space.gauge import level_of
from collective.conventions.terms.writing import size
from dataclasses import dataclass
from plone import api


#: Whose work is counted and never refused.
EXCEED = "collective.conventions: Exceed Storage Limit"


@dataclass(frozen=True)
class Room:
    """What a space holds and may hold, in bytes."""

    used: int
    limit: int

    @property
    def free(self) -> int:
        """What is left; nothing where the limit was lowered below the use."""
        return max(self.limit - self.used, 0)

    @property
    def percent(self) -> int:
        """The part of the limit that is used, rounded down; may be more than a hundred."""
        return self.used * 100 // self.limit if self.limit else 100

    @property
    def level(self) -> int:
        """The warning that is reached: 0, 80 or 95."""
        return level_of(self.used, self.limit)

    def holds(self, growth: int) -> bool:
        """Whether ``growth`` fits in; what does not grow always does."""
        return growth <= 0 or self.used + growth <= self.limit


def room_of(gauge: Gauge) -> Room:
    """The room of a space, as its gauge stands."""
    return Room(gauge.used, gauge.limit)


def is_unlimited() -> bool:
    """Whether the present user is never refused."""
    return bool(api.user.has_permission(EXCEED, obj=api.portal.get()))


def no_room(room: Room, growth: int) -> InsufficientStorage:
    """The refusal of ``growth``, with the numbers that say why."""
    language = str(api.portal.get_current_language()).split("-")[0]
    message = _(
        "There is no room left for this: it needs ${needed}, and ${free} are free. Please delete "
        "something first, or ask the maintenance team for more room.",
        mapping={"needed": size(growth, language), "free": size(room.free, language)},
    )
    return InsufficientStorage(message, used=room.used, limit=room.limit, needed=growth)
