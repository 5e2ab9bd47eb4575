"""Months and semesters: what is charged by the full month, half a year in advance (C12).

Article 7b bills on 1 January and 1 July and charges full months only. A month in which the
convention starts or ends on the way is none, at either end. A month is named by its first day.
"""

from collections.abc import Iterable
from collective.conventions.terms.dates import plus
from collective.conventions.terms.spans import Span
from datetime import date
from itertools import count
from itertools import takewhile
from typing import TypeVar


Value = TypeVar("Value")

SEMESTER_MONTHS = 6


def month_of(day: date) -> date:
    """Return the month in which ``day`` lies."""
    return day.replace(day=1)


def last_day_of(month: date) -> date:
    """Return the last day of ``month``."""
    return plus(plus(month, months=1), days=-1)


def semester_of(day: date) -> Span:
    """Return the semester in which ``day`` lies: from 1 January or from 1 July."""
    first = date(day.year, 1 if day.month <= SEMESTER_MONTHS else 1 + SEMESTER_MONTHS, 1)
    return Span(first, plus(plus(first, months=SEMESTER_MONTHS), days=-1))


def first_full_month(start: date) -> date:
    """Return the first month that lies after the eve of ``start``: from the 15th on, the next."""
    return start if start.day == 1 else plus(month_of(start), months=1)


def months(first: date, last: date) -> tuple[date, ...]:
    """Return the months that begin from the month ``first`` on and end by the day ``last``."""
    named = (plus(first, months=number) for number in count())
    return tuple(takewhile(lambda month: last_day_of(month) <= last, named))


def full_months(span: Span, upto: date) -> tuple[date, ...]:
    """Return the months that ``span`` holds from end to end, those that end by ``upto``."""
    if span.start is None:
        return ()
    last = upto if span.end is None else min(span.end, upto)
    return months(first_full_month(span.start), last)


def is_full(span: Span, month: date) -> bool:
    """Tell whether ``span`` holds ``month`` from its first to its last day."""
    return span.holds(month) and span.holds(last_day_of(month))


def covered(spans: Iterable[Span], month: date) -> bool:
    """Tell whether ``spans`` together hold every day of ``month``."""
    day, last = month, last_day_of(month)
    held = [span for span in spans if span.start is not None]
    while day <= last:
        found = [span for span in held if span.holds(day)]
        if not found:
            return False
        ends = [span.end for span in found if span.end is not None]
        if len(ends) < len(found):
            return True
        day = plus(max(ends), days=1)
    return True


def stretches(named: Iterable[tuple[date, Value]]) -> tuple[tuple[Span, int, Value], ...]:
    """Return (days, count of months, value) for months in a row that have the same value.

    :param named: each month with its value, in order, each month once.
    """
    found: list[tuple[Span, int, Value]] = []
    for month, value in named:
        if found and found[-1][2] == value and plus(_end(found[-1][0]), days=1) == month:
            span, number, _ = found[-1]
            found[-1] = (Span(span.start, last_day_of(month)), number + 1, value)
        else:
            found.append((Span(month, last_day_of(month)), 1, value))
    return tuple(found)


def _end(span: Span) -> date:
    return span.end or date.max
