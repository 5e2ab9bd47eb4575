"""Where a convention ends: its first term, its tacit renewals, the cap on them all (C13)."""

from collections.abc import Iterator
from collective.conventions.terms.dates import plus
from collective.conventions.terms.duration import Facts
from collective.conventions.terms.duration import Term
from datetime import date


def first_end(term: Term, start: date) -> date | None:
    """Return the last day of the first term, or None when it has no end of its own."""
    if term.duration_unit == "until_date":
        return term.end_date
    if term.months is None:
        return None
    return _day_before(plus(start, months=term.months))


def term_ends(term: Term, start: date) -> Iterator[date]:
    """Yield the last day of the first term and of each tacit renewal after it.

    The last one is cut at the cap; without a cap they go on to the end of the calendar. The k-th
    renewal is counted from the start in one step (from the day after, for a term until a date).
    """
    end = first_end(term, start)
    cap = cap_end(term, start)
    renewals = 0
    while end is not None:
        yield end if cap is None else min(end, cap)
        renewals += 1
        following = _renewed(term, start, renewals)
        goes_on = following > end and following.year < date.max.year
        end = following if goes_on and (cap is None or end < cap) else None


def cap_end(term: Term, start: date) -> date | None:
    """Return the last day the cap on tacit renewals allows, or None without a cap."""
    if term.renewal != "tacit" or term.renewal_cap_months is None:
        return None
    return _day_before(plus(start, months=term.renewal_cap_months))


def last_end(term: Term, facts: Facts, start: date) -> date | None:
    """Return the last possible day by the term alone; None when nothing bounds it yet."""
    if term.duration_unit == "until_event":
        return facts.event
    first = first_end(term, start)
    if first is None or term.renewal != "tacit" or not term.renewal_months:
        return first
    if facts.non_renewal is None:
        return cap_end(term, start)
    return next(
        (end for end in term_ends(term, start) if in_time(term, facts.non_renewal, end)),
        cap_end(term, start),
    )


def in_time(term: Term, given: date, end: date) -> bool:
    """Tell whether a full notice period still fits between ``given`` and the day after ``end``.

    For a renewal on 1 April and one month that holds until 28 February (29 in a leap year).
    """
    count = term.notice_count or 0
    months, days = (0, count) if term.notice_unit == "days" else (count, 0)
    return plus(plus(given, days=1), months=months, days=days) <= plus(end, days=1)


def _renewed(term: Term, start: date, renewals: int) -> date:
    """Return the last day of the given renewal, or of the first term when there is none."""
    if term.renewal != "tacit" or not term.renewal_months:
        return date.min
    added = term.renewal_months * renewals
    if term.end_date is not None and term.duration_unit == "until_date":
        return _day_before(plus(plus(term.end_date, days=1), months=added))
    return _day_before(plus(start, months=(term.months or 0) + added))


def _day_before(day: date) -> date:
    return plus(day, days=-1)
