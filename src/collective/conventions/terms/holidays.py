"""Days on which nobody works in Belgium; each law that moves a deadline has a list of its own."""

from collective.conventions.terms.dates import plus
from dataclasses import dataclass
from datetime import date
from dateutil.easter import easter
from functools import cache


#: The years between which Easter is known.
_EASTERS = range(1583, 4100)


@dataclass(frozen=True)
class HolidayList:
    """A list of holidays and the law it stands in.

    ``fixed`` are (month, day) each year, ``after_easter`` days counted from Easter Sunday, and
    ``extra`` single days that a decree or an order adds.
    """

    source: str
    fixed: tuple[tuple[int, int], ...]
    after_easter: tuple[int, ...]
    extra: frozenset[date] = frozenset()

    def holds(self, day: date) -> bool:
        """Tell whether ``day`` is one of these holidays."""
        return (
            (day.month, day.day) in self.fixed
            or day in self.extra
            or (_after_easter(day) in self.after_easter)
        )


_EASTER_MONDAY, _ASCENSION, _WHIT_MONDAY = 1, 39, 50
_MOVABLE = (_EASTER_MONDAY, _ASCENSION, _WHIT_MONDAY)

#: The ten legal holidays of the country.
LEGAL = HolidayList(
    "Arrêté royal du 18 avril 1974, art. 1er",
    ((1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)),
    _MOVABLE,
)

#: What moves the end of a period of the supervision in Brussels.
SUPERVISION_BRUSSELS = HolidayList(
    "Ordonnance du 14 mai 1998 (tutelle administrative sur les communes), art. 4",
    (*LEGAL.fixed, (11, 2), (11, 15), (12, 26)),
    _MOVABLE,
)

#: The same in Wallonia, which has its own feast besides.
SUPERVISION_WALLONIA = HolidayList(
    "Code de la démocratie locale et de la décentralisation, art. L3113-2",
    (*SUPERVISION_BRUSSELS.fixed, (9, 27)),
    _MOVABLE,
)


def is_working_day(day: date, holidays: HolidayList = LEGAL) -> bool:
    """Tell whether ``day`` is neither a Saturday, nor a Sunday, nor one of ``holidays``."""
    return day.weekday() < 5 and not holidays.holds(day)


def next_working_day(day: date, holidays: HolidayList = LEGAL) -> date:
    """Return ``day`` itself when it is a working day, else the first one after it."""
    while not is_working_day(day, holidays) and day < date.max:
        day = plus(day, days=1)
    return day


def last_working_day(day: date, holidays: HolidayList = LEGAL) -> date:
    """Return ``day`` itself when it is a working day, else the last one before it."""
    while not is_working_day(day, holidays) and day > date.min:
        day = plus(day, days=-1)
    return day


def _after_easter(day: date) -> int | None:
    return (day - _easter(day.year)).days if day.year in _EASTERS else None


_easter = cache(easter)
