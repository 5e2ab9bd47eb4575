"""One convention on one day: what the parts of a timeline share, computed once."""

from collections.abc import Mapping
from collective.conventions.terms.dated import Dated
from collective.conventions.terms.dated import DatedFact
from collective.conventions.terms.dated import overridden
from collective.conventions.terms.delays import Delay
from collective.conventions.terms.duration import Facts
from collective.conventions.terms.duration import Term
from collective.conventions.terms.ending import ending
from collective.conventions.terms.resting import resting
from collective.conventions.terms.rules import TOPICS
from collective.conventions.terms.starts import planned_start
from collective.conventions.terms.starts import start
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Case:
    """A convention's rules and facts on ``today``, with its start and its end.

    ``planned``: not everyone has signed; the start is the one the clause fixes, and all that
    follows from it is conditional. There is no ``start`` when the end comes before it.
    """

    term: Term
    facts: Facts
    today: date
    delays: Mapping[str, Delay]
    start: Dated | None
    end: Dated | None
    planned: bool

    @property
    def last(self) -> date:
        """The last day in force, or the end of the calendar while nothing bounds it."""
        return date.max if self.end is None else self.end.day

    def fact(
        self,
        what: str,
        dated: Dated,
        number: int | str = "",
        *,
        actor: str = "",
        clause: str | None = None,
        certain: bool = True,
        done: bool | None = None,
        amendments: tuple[int, ...] = (),
    ) -> DatedFact:
        """Return one line of the timeline; ``number`` tells it from its like."""
        key = f"{what}-{number}" if number != "" else what
        decided = overridden(dated, key, self.facts.overrides) if dated.override is None else dated
        dated = decided or dated
        if clause is None:
            clause = self.term.clauses.get(TOPICS.get(dated.rule, ""), "")
        return DatedFact(
            what,
            key,
            dated.day,
            dated.rule,
            clause,
            actor,
            "certain" if certain else "conditional",
            dated.day < self.today,
            dated.params,
            dated.override,
            done,
            amendments or resting(dated.rule, self.term.origins),
        )


def case_of(term: Term, facts: Facts, today: date, delays: Mapping[str, Delay]) -> Case:
    """Return the case of a convention on ``today``."""
    begun = start(term, facts)
    planned = begun is None
    if begun is None:
        begun = overridden(planned_start(term), "starts", facts.overrides)
    end = None if begun is None else ending(term, facts, begun.day)
    if begun is not None and end is not None and end.day < begun.day:
        begun = None
    return Case(term, facts, today, delays, begun, end, planned)
