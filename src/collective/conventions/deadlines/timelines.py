"""The timeline of a convention that lies in a site."""

from collective.conventions.content.amended import dated
from collective.conventions.content.values import facts_of
from collective.conventions.content.values import term_of
from collective.conventions.deadlines.delays import delays
from collective.conventions.terms import what_if as suppositions
from collective.conventions.terms.amending.state import origin_of
from collective.conventions.terms.duration import Facts
from collective.conventions.terms.duration import Term
from collective.conventions.terms.termination import Route
from collective.conventions.terms.termination import routes
from collective.conventions.terms.timeline import Timeline
from collective.conventions.terms.timeline import timeline
from dataclasses import replace
from datetime import date
from typing import Any


def rules_of(convention: Any) -> tuple[Term, Facts]:
    """The term of a convention, as its amendments have made it, and what has happened so far."""
    values, state = dated(convention)
    term, facts = term_of(values), facts_of(values)
    if not state.applied:
        return term, facts
    held = tuple(origin_of(one) for one in state.applied)
    return replace(term, origins=state.origins), replace(facts, amendments=held)


def timeline_of(convention: Any, today: date) -> Timeline:
    """Every dated fact of a convention, past and to come."""
    return timeline(*rules_of(convention), today, delays())


def what_if_of(
    convention: Any, today: date, change: suppositions.Change
) -> suppositions.Comparison:
    """The timeline of a convention beside the one that ``change`` would make of it."""
    return suppositions.what_if(*rules_of(convention), today, change, delays())


def routes_of(convention: Any, today: date) -> tuple[Route, ...]:
    """Every way to end a convention, with what each still needs."""
    return routes(*rules_of(convention), today)
