"""When a convention enters into force, and by which rule."""

from collective.conventions.terms.dated import Dated
from collective.conventions.terms.dated import overridden
from collective.conventions.terms.dates import latest
from collective.conventions.terms.dates import plus
from collective.conventions.terms.duration import Facts
from collective.conventions.terms.duration import Term
from datetime import date


def start(term: Term, facts: Facts) -> Dated | None:
    """Return the first day in force, or None while it is not known.

    A condition or an approval never starts a convention before its last signature; a fixed date
    may, for the parties can agree so. Before everyone has signed nothing starts at all.
    """
    signed = latest(facts.signatures)
    if signed is None:
        return None
    return overridden(_by_rule(term, facts, signed), "starts", facts.overrides)


def planned_start(term: Term) -> Dated | None:
    """Return the day a convention starts once it is signed, if the clause itself fixes it."""
    if term.start_rule == "fixed_date" and term.start_date is not None:
        return Dated(term.start_date, "start_fixed_date")
    return None


def _by_rule(term: Term, facts: Facts, signed: date) -> Dated | None:
    by_signature = {"signed": signed.isoformat()}
    match term.start_rule:
        case "next_month":
            first = plus(signed.replace(day=1), months=1)
            return Dated(first, "start_next_month", by_signature)
        case "fixed_date":
            return planned_start(term)
        case "approval":
            return _later(signed, facts.approved, "start_approval", "approved")
        case "condition":
            return _later(signed, facts.condition_met, "start_condition", "met")
    return Dated(signed, "start_last_signature", by_signature)


def _later(signed: date, other: date | None, rule: str, name: str) -> Dated | None:
    if other is None:
        return None
    params = {"signed": signed.isoformat(), name: other.isoformat()}
    return Dated(max(signed, other), rule, params)
