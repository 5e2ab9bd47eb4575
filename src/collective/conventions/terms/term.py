"""When a convention is in force: the rule that starts it, its duration, its renewals, its end.

End dates are inclusive: from 1 April 2026 for one year is until 31 March 2027 (C13). Every date is
anchor + k × period (see ``dates.plus``).
"""

from collective.conventions.terms.duration import Facts
from collective.conventions.terms.duration import Term
from collective.conventions.terms.ending import ending
from collective.conventions.terms.possible import impossible
from collective.conventions.terms.resolutory import pause
from collective.conventions.terms.spans import NEVER
from collective.conventions.terms.spans import periods
from collective.conventions.terms.spans import Span
from collective.conventions.terms.starts import start
from datetime import date


__all__ = [
    "NEVER",
    "Facts",
    "Span",
    "Term",
    "force",
    "impossible",
    "in_force",
    "periods",
    "start_of",
]


def force(term: Term, facts: Facts) -> Span:
    """Return from when until when the convention is in force, as far as ``facts`` tell.

    The end is the last possible one: with tacit renewal it supposes every renewal that no notice
    has stopped. Nothing is in force before everyone has signed.
    """
    begun = start_of(term, facts)
    if begun is None:
        return NEVER
    end = ending(term, facts, begun)
    if end is None:
        return Span(begun, None)
    return NEVER if end.day < begun else Span(begun, end.day)


def in_force(term: Term, facts: Facts, day: date) -> bool:
    """Tell whether the convention binds on ``day``: in force, and not paused by a suspension."""
    paused = pause(term, facts)
    return force(term, facts).holds(day) and not (paused is not None and paused.holds(day))


def start_of(term: Term, facts: Facts) -> date | None:
    """Return the first day in force by the start rule, or None while it is not known."""
    begun = start(term, facts)
    return None if begun is None else begun.day
