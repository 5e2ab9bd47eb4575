"""Which reminder of a day is due.

A schedule names days before the day of a fact, and perhaps a repetition that goes on from the last
of them: "30, then every 7" is 30, 23, 16, 9 and 2 days before. What is owed after its day goes on
being recalled until somebody has acted; of anything else the repetition stops at the day.

Only the latest reminder whose day has come is ever due, so runs that did not take place lead to
one reminder and not to several. The last one of a day that has passed and is not owed can still be
due for a short grace: a week-end or a broken server must not swallow it, and a month later it
would only be noise.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from datetime import timedelta


#: How long after its day the last reminder of what is not owed is still worth sending.
GRACE_DAYS = 7


@dataclass(frozen=True)
class Schedule:
    """When somebody is reminded of a day: so many days before, then every so many days.

    :raises ValueError: without any day, with a negative one, or with a repetition of no days.
    """

    days_before: tuple[int, ...]
    repeat_days: int | None = None

    def __post_init__(self) -> None:
        if not self.days_before or min(self.days_before) < 0:
            raise ValueError("a schedule needs its days before, none of them negative")
        if self.repeat_days is not None and self.repeat_days < 1:
            raise ValueError("a repetition needs a day at least")


@dataclass(frozen=True, order=True)
class Occurrence:
    """One reminder: the day it is about, and how many days after that day it is due.

    Its text names it for good; where the day of the fact changes it is another one.
    """

    day: date
    offset: int

    def __str__(self) -> str:
        return f"{self.day.isoformat()}/{self.offset:+d}"

    @property
    def due(self) -> date:
        """The day from which it can be sent."""
        return self.day + timedelta(days=self.offset)

    @classmethod
    def read(cls, text: str) -> "Occurrence":
        """The occurrence that ``str`` wrote."""
        day, offset = text.split("/")
        return cls(date.fromisoformat(day), int(offset))


def due(schedule: Schedule, day: date, owed: bool, today: date) -> Occurrence | None:
    """Return the latest reminder of ``day`` whose own day has come, or None.

    :param owed: whether the fact stays open after its day.
    """
    elapsed = (today - day).days
    if not owed and elapsed > GRACE_DAYS:
        return None
    offset = _latest(schedule, elapsed if owed else min(elapsed, 0))
    return None if offset is None else Occurrence(day, offset)


def due_of(schedules: Iterable[Schedule], day: date, owed: bool, today: date) -> Occurrence | None:
    """Return the one reminder that several schedules for one person make due, or None."""
    found = (due(schedule, day, owed, today) for schedule in schedules)
    return max((one for one in found if one is not None), default=None)


def _latest(schedule: Schedule, limit: int) -> int | None:
    """Return the greatest offset up to ``limit``."""
    named = max((-days for days in schedule.days_before if -days <= limit), default=None)
    last = -min(schedule.days_before)
    if schedule.repeat_days is None or named != last:
        return named
    return last + (limit - last) // schedule.repeat_days * schedule.repeat_days
