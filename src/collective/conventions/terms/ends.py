"""Where a convention ends by its own term: the first one, its renewals, the cap on them (C13)."""

from collections.abc import Iterator
from collective.conventions.terms.dates import plus
from collective.conventions.terms.duration import Facts
from collective.conventions.terms.duration import Term
from collective.conventions.terms.notice import last_safe_day
from collective.conventions.terms.notice import refused_on
from datetime import date


def first_end(term: Term, start: date) -> date | None:
    """Return the last day of the first term, or None when it has no end of its own."""
    if term.duration_unit == "until_date":
        return term.end_date
    if term.months is None:
        return None
    return _day_before(plus(start, months=term.months))


def term_ends(term: Term, start: date, agreed: int = 0) -> Iterator[date]:
    """Yield the last day of the first term and of each renewal after it.

    An express renewal happens as often as the parties ``agreed``; a tacit one on and on, up to the
    cap, at which the last one is cut, or to the end of the calendar. The k-th renewal is counted
    from the start in one step (from the day after, for a term until a date).
    """
    end = first_end(term, start)
    cap = cap_end(term, start)
    renewals = 0
    while end is not None:
        yield end if cap is None else min(end, cap)
        renewals += 1
        following = _renewed(term, start, renewals, agreed)
        goes_on = following > end and following.year < date.max.year
        end = following if goes_on and (cap is None or end < cap) else None


def cap_end(term: Term, start: date) -> date | None:
    """Return the last day the cap on renewals allows, or None without a cap."""
    if term.renewal not in ("tacit", "express") or term.renewal_cap_months is None:
        return None
    return _day_before(plus(start, months=term.renewal_cap_months))


def last_end(term: Term, facts: Facts, start: date) -> date | None:
    """Return the last possible day by the term alone; None when nothing bounds it yet."""
    if term.duration_unit == "until_event":
        return facts.event
    first = first_end(term, start)
    if first is None or not term.renewal_months:
        return first
    if term.renewal == "express":
        *_, last = term_ends(term, start, len(facts.agreed))
        return last
    if term.renewal != "tacit":
        return first
    refused = refused_on(term, facts)
    if refused is None:
        return cap_end(term, start)
    return next(
        (end for end in term_ends(term, start) if in_time(term, refused, end)),
        cap_end(term, start),
    )


def in_time(term: Term, given: date, end: date) -> bool:
    """Tell whether a full notice still fits between ``given`` and the day after ``end``.

    For a renewal on 1 April and one month that holds until 28 February (29 in a leap year).
    """
    return given <= last_safe_day(term, plus(end, days=1))


def _renewed(term: Term, start: date, renewals: int, agreed: int) -> date:
    """Return the last day of the given renewal, or of nothing when there is none."""
    happens = term.renewal == "tacit" or (term.renewal == "express" and renewals <= agreed)
    if not happens or not term.renewal_months:
        return date.min
    added = term.renewal_months * renewals
    if term.end_date is not None and term.duration_unit == "until_date":
        return _day_before(plus(plus(term.end_date, days=1), months=added))
    return _day_before(plus(start, months=(term.months or 0) + added))


def _day_before(day: date) -> date:
    return plus(day, days=-1)
