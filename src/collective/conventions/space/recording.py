"""What happens to the storage of a space, in the space's own journal."""

from collective.conventions.journal.actor import actor
from collective.conventions.journal.storage import journal_of_space


WARNED, LIMITED = "storage_warned", "storage_limited"
PURGED, DROPPED = "revisions_purged", "scales_dropped"


def warned(level: int, used: int, limit: int) -> None:
    """The space has filled up to ``level`` percent, by the write of the present user."""
    after = {"used": used, "limit": limit}
    journal_of_space().append(WARNED, actor=actor(), subject=str(level), after=after)


def limited(before: int, limit: int, by: str = "") -> None:
    """The space may hold more or less than before.

    :param by: who wants it, where the system works for somebody else.
    """
    values = {"before": {"limit": before}, "after": {"limit": limit}}
    journal_of_space().append(LIMITED, actor=by or actor(), **values)


def cleaned(action: str, freed: int) -> None:
    """Revisions were purged or scales dropped."""
    journal_of_space().append(action, actor=actor(), after={"freed": freed})
