"""Civil dates: the range the software accepts, and anchor + k × period.

A date is always computed from its anchor in one step, never by a chain of additions:
31 January + 1 month is the last day of February, + 2 months is 31 March.
"""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date
from datetime import datetime
from datetime import timedelta


FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2200, 12, 31)


def is_date(value: object) -> bool:
    """Tell whether ``value`` is a civil date; an instant (``datetime``) is none."""
    return isinstance(value, date) and not isinstance(value, datetime)


def in_range(day: date) -> bool:
    """Tell whether ``day`` lies within 1900-01-01 and 2200-12-31, both included."""
    return FIRST_DAY <= day <= LAST_DAY


def plus(anchor: date, months: int = 0, days: int = 0) -> date:
    """Return ``anchor`` moved by whole months, then by days.

    A day the target month lacks becomes its last day. A result beyond the calendar becomes
    ``date.max`` (or ``date.min``), so that no input can make the engine fail.
    """
    try:
        return _in_months(anchor, months) + timedelta(days=days)
    except (ValueError, OverflowError):
        return date.max if months + days > 0 else date.min


def _in_months(anchor: date, months: int) -> date:
    if not months:
        return anchor
    years, month = divmod(anchor.year * 12 + anchor.month - 1 + months, 12)
    if not date.min.year <= years <= date.max.year:
        raise OverflowError("beyond the calendar")
    day = anchor.day if anchor.day <= 28 else min(anchor.day, monthrange(years, month + 1)[1])
    return date(years, month + 1, day)


def latest(days: Iterable[date | None]) -> date | None:
    """Return the last of ``days``, or None when there is none or one of them is unknown."""
    known = list(days)
    if not known or any(day is None for day in known):
        return None
    return max(day for day in known if day is not None)
