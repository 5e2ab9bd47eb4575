"""When a convention is in force: the rule that starts it, its duration, its renewals, its end.

End dates are inclusive: from 1 April 2026 for one year is until 31 March 2027 (C13). Every date is
anchor + k × period (see ``dates.plus``).
"""

from collective.conventions.terms.dates import latest
from collective.conventions.terms.dates import plus
from collective.conventions.terms.duration import Facts
from collective.conventions.terms.duration import Term
from collective.conventions.terms.ends import last_end
from collective.conventions.terms.possible import impossible
from collective.conventions.terms.spans import NEVER
from collective.conventions.terms.spans import periods
from collective.conventions.terms.spans import Span
from datetime import date


__all__ = ["NEVER", "Facts", "Span", "Term", "force", "impossible", "periods", "start_of"]


def force(term: Term, facts: Facts) -> Span:
    """Return from when until when the convention is in force, as far as ``facts`` tell.

    The end is the last possible one: with tacit renewal it supposes every renewal that no notice
    has stopped. Nothing is in force before everyone has signed.
    """
    start = start_of(term, facts)
    if start is None:
        return NEVER
    limits = (last_end(term, facts, start), facts.terminated)
    end = min((day for day in limits if day is not None), default=None)
    return NEVER if end is not None and end < start else Span(start, end)


def start_of(term: Term, facts: Facts) -> date | None:
    """Return the first day in force by the start rule, or None while it is not known.

    A condition or an approval never starts a convention before its last signature; a fixed date
    may, for the parties can agree so.
    """
    signed = latest(facts.signed_dates)
    if signed is None:
        return None
    match term.start_rule:
        case "next_month":
            return plus(signed.replace(day=1), months=1)
        case "fixed_date":
            return term.start_date
        case "approval":
            return latest((signed, facts.approved))
        case "condition":
            return latest((signed, facts.condition_met))
    return signed
