"""Notice: the last safe day to give it, and when one given on a day ends the convention.

The two are mirror images: a notice given on the last safe day for an end leads to that end, and
one given a day later does not. Where a month lacks a day, both take the reading that leaves more
time, so nobody relies on a February of 28 days.
"""

from collective.conventions.terms.dates import plus
from collective.conventions.terms.delays import day_after
from collective.conventions.terms.duration import Facts
from collective.conventions.terms.duration import Term
from collective.conventions.terms.letters import earliest
from collective.conventions.terms.letters import Letter
from collective.conventions.terms.letters import standing
from datetime import date


def length(term: Term) -> tuple[int, int]:
    """Return the notice as (months, days); nothing agreed is none of both."""
    count = max(term.notice_count or 0, 0)
    return (0, count) if term.notice_unit == "days" else (count, 0)


def last_safe_day(term: Term, following: date) -> date:
    """Return the latest day after which a full notice still fits before ``following``.

    ``following`` is the renewal date, or the day after a wanted end. For a renewal on 1 April and
    one month that is 28 February (29 in a leap year); for an end on 30 June and three months,
    31 March.
    """
    months, days = length(term)
    return plus(plus(following, months=-months, days=-days), days=-1)


def notice_end(term: Term, given: date) -> date:
    """Return the last day in force when a notice given on ``given`` runs its full length."""
    months, days = length(term)
    return plus(day_after(plus(given, days=1), months, days), days=-1)


def refused_on(term: Term, facts: Facts) -> date | None:
    """Return the day on which the next renewal was refused, by the first letter that stands."""
    days = (facts.non_renewal, earliest(_notices(term, facts, "non_renewal"), term.notice_basis))
    return min((day for day in days if day is not None), default=None)


def notice_given(term: Term, facts: Facts) -> date | None:
    """Return the day on which a notice to end the convention was given, where one can be."""
    if not term.notice_count or term.scope != "any_time":
        return None
    return earliest(_notices(term, facts, "termination"), term.notice_basis)


def _notices(term: Term, facts: Facts, kind: str) -> tuple[Letter, ...]:
    """Return the letters of ``kind`` that stand and come from a party who may write them."""
    return tuple(
        letter
        for letter in standing(facts.letters, kind)
        if not term.notice_by or letter.party in ("", term.notice_by)
    )
