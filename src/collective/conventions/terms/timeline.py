"""The dated facts of a convention, past and to come, each with its reason."""

from collections.abc import Mapping
from collective.conventions.terms import duties
from collective.conventions.terms import recorded
from collective.conventions.terms.case import case_of
from collective.conventions.terms.dated import DatedFact
from collective.conventions.terms.delays import Delay
from collective.conventions.terms.duration import Facts
from collective.conventions.terms.duration import Term
from collective.conventions.terms.rules import FACTS
from collective.conventions.terms.running import running
from collective.conventions.terms.statute import DELAYS
from datetime import date


Timeline = tuple[DatedFact, ...]

_PARTS = (
    recorded.decisions,
    recorded.signatures,
    recorded.letters,
    recorded.amendments,
    duties.supervision,
    duties.contacts,
    duties.commitments,
    duties.breaches,
    running,
)
_RANKS = {what: rank for rank, what in enumerate(FACTS)}


def timeline(
    term: Term, facts: Facts, today: date, delays: Mapping[str, Delay] = DELAYS
) -> Timeline:
    """Return the dated facts of a convention in the order of their days.

    ``delays`` are those that a law sets (see ``statute``). ``today`` only tells past from future
    and renewals that have happened from those to come: it moves no day.
    """
    case = case_of(term, facts, today, delays)
    told = [fact for part in _PARTS for fact in part(case)]
    return tuple(sorted(told, key=lambda fact: (fact.day, _RANKS[fact.what], fact.key)))


def next_step(facts: Timeline, today: date) -> DatedFact | None:
    """Return what happens next: the first fact of today or later that is not done already.

    Of several on one day, what somebody must act on comes first.
    """
    to_come = [fact for fact in facts if fact.day >= today and not fact.done]
    return min(to_come, key=lambda fact: (fact.day, not fact.actor), default=None)


def overdue(facts: Timeline) -> Timeline:
    """Return what was to be done before today and was not, the oldest first."""
    return tuple(fact for fact in facts if fact.overdue)
