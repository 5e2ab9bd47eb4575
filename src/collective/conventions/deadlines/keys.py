"""What the catalog keeps of the watched dates of a convention.

A key says on which day what is due. It follows from the convention alone and is never written again
because a day has passed. The dates of a renewal that repeats without an end are kept up to a
horizon, with a mark that says up to which day they are complete; who asks for later days computes
them.
"""

from collective.conventions.clock import today
from collective.conventions.content.convention import IConvention
from collective.conventions.deadlines.timelines import timeline_of
from collective.conventions.terms.dated import DatedFact
from collective.conventions.terms.dates import plus
from collective.conventions.terms.timeline import Timeline
from collective.conventions.terms.watching import OWED
from collective.conventions.terms.watching import WATCHED
from dataclasses import dataclass
from datetime import date
from plone import api
from plone.indexer import indexer
from typing import Any


INDEX = "deadlines"
#: In a draft nothing is agreed yet, and when it is terminated nothing can be recorded any more.
STATES = ("council_approved", "signed")
#: How far ahead the dates of an endless renewal are kept.
HORIZON_YEARS = 6
#: Marks the day up to which the dates of an endless renewal are complete.
COMPLETE = "complete"


@dataclass(frozen=True, order=True)
class Key:
    """One watched date: ``fact`` is the key of the dated fact in its timeline."""

    day: date
    what: str
    fact: str

    def __str__(self) -> str:
        return f"{self.what}|{self.day.isoformat()}|{self.fact}"

    @classmethod
    def read(cls, text: str) -> "Key":
        """The key that ``str`` wrote."""
        what, day, fact = text.split("|", 2)
        return cls(date.fromisoformat(day), what, fact)

    @property
    def owed(self) -> bool:
        """Whether the date stays on the list after its day."""
        return self.what in OWED


def key_of(fact: DatedFact) -> Key:
    """The key under which a dated fact is found."""
    return Key(fact.day, fact.what, fact.key)


def is_watched(fact: DatedFact) -> bool:
    """Whether somebody should know of this date: it is watched, and not done."""
    return fact.what in WATCHED and not fact.done


def watched(convention: Any, until: date) -> Timeline:
    """The watched dates of a convention; those of an endless renewal up to ``until``."""
    if api.content.get_state(convention, "") not in STATES:
        return ()
    facts = timeline_of(convention, until)
    kept = (fact for fact in facts if fact.day <= until or not endless(facts))
    return tuple(fact for fact in kept if is_watched(fact))


def endless(facts: Timeline) -> bool:
    """Whether its renewals go on without an end."""
    names = {fact.what for fact in facts}
    return "renews" in names and "ends" not in names


def horizon(day: date) -> date:
    """Up to when the dates of an endless renewal are kept, seen from ``day``."""
    return plus(day, months=12 * HORIZON_YEARS)


@indexer(IConvention)
def deadlines(convention: Any) -> tuple[str, ...]:
    """The keys of the watched dates, with the mark of an endless renewal."""
    until = horizon(today())
    facts = watched(convention, until)
    mark = (str(Key(until, COMPLETE, "")),) if endless(facts) else ()
    return (*(str(key_of(fact)) for fact in facts), *mark)
