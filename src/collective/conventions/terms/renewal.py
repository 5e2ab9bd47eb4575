"""Renewals: which have happened, which comes next, until when it can be refused (C13).

A renewal is decided by what holds on the day, never by whether somebody recorded it.
"""

from collections.abc import Iterator
from collective.conventions.terms.dates import plus
from collective.conventions.terms.duration import Facts
from collective.conventions.terms.duration import Term
from collective.conventions.terms.ending import ending
from collective.conventions.terms.ends import term_ends
from collective.conventions.terms.notice import last_safe_day
from collective.conventions.terms.starts import start
from dataclasses import dataclass
from datetime import date
from itertools import pairwise


#: How many renewals to come are looked at when nothing bounds them.
AHEAD = 5


@dataclass(frozen=True)
class Renewal:
    """The ``number``-th renewal, from 1: its first and last day, the last safe one to refuse it."""

    number: int
    start: date
    until: date
    refuse_by: date


def happened(term: Term, facts: Facts, today: date) -> tuple[Renewal, ...]:
    """Return the renewals that have happened by ``today``."""
    return tuple(one for one in renewals(term, facts, today) if one.start <= today)


def next_renewal(term: Term, facts: Facts, today: date) -> Renewal | None:
    """Return the first renewal after ``today``, unless there is none or it has been refused."""
    return next((one for one in renewals(term, facts, today) if one.start > today), None)


def renewals(term: Term, facts: Facts, today: date) -> Iterator[Renewal]:
    """Yield the renewals that have happened and those to come: all under a cap, else ``AHEAD``."""
    begun = start(term, facts)
    if begun is not None:
        end = ending(term, facts, begun.day)
        yield from between(term, facts, begun.day, None if end is None else end.day, today)


def between(
    term: Term, facts: Facts, start: date, end: date | None, today: date
) -> Iterator[Renewal]:
    """Yield the renewals between ``start`` and ``end``, which are known already."""
    ahead = 0
    ends = term_ends(term, start, len(facts.agreed))
    for number, (before, until) in enumerate(pairwise(ends), 1):
        first = plus(before, days=1)
        ahead += first > today
        if (end is not None and first > end) or (ahead > AHEAD and not term.renewal_cap_months):
            return
        shown = until if end is None else min(until, end)
        yield Renewal(number, first, shown, last_safe_day(term, first))
