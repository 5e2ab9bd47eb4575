"""How far a day is away, in words: "in 12 days"."""

from collective.conventions import _
from datetime import date
from zope.i18nmessageid import Message


#: Up to so many days people count days, up to so many months months.
MOST_DAYS, MOST_MONTHS = 60, 24

NAMED = {-1: _("yesterday"), 0: _("today"), 1: _("tomorrow")}
#: (unit, whether it has passed) → how far; never used for one day.
DISTANCES: dict[tuple[str, bool], Message] = {
    ("days", False): _("in ${n} days"),
    ("days", True): _("${n} days ago"),
    ("months", False): _("in ${n} months"),
    ("months", True): _("${n} months ago"),
    ("years", False): _("in ${n} years"),
    ("years", True): _("${n} years ago"),
}


def distance(day: date, today: date) -> Message:
    """How far ``day`` is from ``today``; full months and years only."""
    days = (day - today).days
    if days in NAMED:
        return NAMED[days]
    unit, count = _measured(min(day, today), max(day, today))
    return Message(DISTANCES[unit, days < 0], mapping={"n": count})


def _measured(first: date, last: date) -> tuple[str, int]:
    days = (last - first).days
    months = 12 * (last.year - first.year) + last.month - first.month - (last.day < first.day)
    if days <= MOST_DAYS:
        return "days", days
    return ("months", months) if months < MOST_MONTHS else ("years", months // 12)
