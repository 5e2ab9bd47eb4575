"""Delays: from an event until the last day on which something may still be done.

Civil Code, art. 1.7: the day of the event does not count, every calendar day after it does, and
the last one counts too. A delay in months ends on the eve of the day it started on; where the
month lacks that day, with the month. A last day on which nobody works moves to the next working
day, unless the clause says otherwise. The duration of a convention is no delay and never moves.
"""

from collective.conventions.terms.dates import plus
from collective.conventions.terms.holidays import HolidayList
from collective.conventions.terms.holidays import LEGAL
from collective.conventions.terms.holidays import next_working_day
from dataclasses import dataclass
from datetime import date


#: The law behind the reckoning itself, which every clause may derogate from.
RECKONING = "Code civil, art. 1.7"


@dataclass(frozen=True)
class Delay:
    """A delay of ``months`` and then ``days``; ``source`` is the law or clause that sets it.

    ``moves`` tells whether a last day that is no working day by ``holidays`` moves to the next.
    """

    days: int = 0
    months: int = 0
    source: str = ""
    moves: bool = True
    holidays: HolidayList = LEGAL

    @property
    def count(self) -> int:
        """How many months, or days when it has no months."""
        return self.months or self.days

    @property
    def unit(self) -> str:
        """What ``count`` counts: "months" or "days"."""
        return "months" if self.months else "days"


def day_after(start: date, months: int = 0, days: int = 0) -> date:
    """Return the first day after a full delay whose first day is ``start``.

    From 1 February one month ends on 28 February; from 31 January too, for there is no
    31 February whose eve it could be.
    """
    moved = plus(start, months=months)
    if moved.day < start.day:
        moved = plus(moved, days=1)
    return plus(moved, days=days)


def unmoved_end(delay: Delay, event: date) -> date:
    """Return the last day of ``delay`` after ``event`` as the calendar gives it."""
    first = plus(event, days=1)
    return plus(day_after(first, delay.months, delay.days), days=-1)


def last_day(delay: Delay, event: date) -> date:
    """Return the last day of ``delay`` after ``event``, on a working day if it moves."""
    end = unmoved_end(delay, event)
    return next_working_day(end, delay.holidays) if delay.moves else end


def moved_from(delay: Delay, event: date) -> str:
    """Return, as ISO text, the day the last day of ``delay`` moved from; empty if it did not."""
    unmoved = unmoved_end(delay, event)
    return "" if last_day(delay, event) == unmoved else unmoved.isoformat()
