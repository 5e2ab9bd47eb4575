"""What a picture of a timeline is made of, in plain values."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Entry:
    """A day with its label: ``lines`` are the date in words, what happens, and a note.

    ``look`` is "certain", "conditional", "overdue" or "today"; ``duty`` tells whether somebody must
    act by then.
    """

    day: date
    lines: tuple[str, ...]
    look: str
    past: bool = False
    duty: bool = False


@dataclass(frozen=True)
class Spell:
    """Days in force, without an end where ``last`` is None.

    ``look`` is "sure", "supposed" (it hangs on something to come) or "paused".
    """

    first: date
    last: date | None
    look: str


@dataclass(frozen=True)
class Story:
    """All that is drawn: entries in the order of their days, spells, and today's own entry."""

    entries: tuple[Entry, ...]
    spells: tuple[Spell, ...]
    today: Entry | None = None

    @property
    def all(self) -> tuple[Entry, ...]:
        """The entries with today's among them: before what is still due today."""
        found = (*self.entries, *((self.today,) if self.today else ()))
        return tuple(sorted(found, key=lambda entry: (entry.day, entry.look != "today")))
