"""A dated fact as the answer carries it: what it is made of, and its sentences."""

from collective.conventions.deadlines.wording.teller import Teller
from collective.conventions.terms.dated import DatedFact
from collective.conventions.terms.dated import Override
from typing import Any


def told(fact: DatedFact, teller: Teller) -> dict[str, Any]:
    """The attributes of a fact, and what is said of it in the reader's language."""
    actor = {"token": fact.actor, "title": teller.who(fact)} if fact.actor else None
    return {
        "what": fact.what,
        "title": teller.what(fact),
        "key": fact.key,
        "day": fact.day.isoformat(),
        "rule": fact.rule,
        "params": dict(fact.params),
        "reason": teller.reason(fact),
        "clause": fact.clause,
        "amendments": list(fact.amendments),
        "actor": actor,
        "certainty": fact.certainty,
        "past": fact.past,
        "overdue": fact.overdue,
        "done": fact.done,
        "override": None if fact.overridden is None else _decision(fact.overridden),
    }


def _decision(override: Override) -> dict[str, Any]:
    computed = override.computed
    return {
        "day": override.day.isoformat(),
        "reason": override.reason,
        "author": override.author,
        "computed": computed.isoformat() if computed else None,
    }
