"""What a timeline repeats as people entered it: decisions, signatures, letters (B2, C14, D5)."""

from collections.abc import Iterator
from collective.conventions.terms.case import Case
from collective.conventions.terms.dated import Dated
from collective.conventions.terms.dated import DatedFact
from collective.conventions.terms.letters import known_day
from datetime import date


def decisions(case: Case) -> Iterator[DatedFact]:
    """Yield the decisions of College and Council, and the condition met."""
    facts = case.facts
    for what, day, actor in (
        ("college_decided", facts.college, "college"),
        ("council_decided", facts.approved, "council"),
        ("condition_met", facts.condition_met, "parties"),
    ):
        if day is not None:
            yield case.fact(what, _recorded(day), actor=actor)


def signatures(case: Case) -> Iterator[DatedFact]:
    """Yield each signature and each original received; one day each when no person is known."""
    for row, signatory in enumerate(case.facts.signatories):
        if signatory.date_signed is not None:
            yield case.fact("signed", _recorded(signatory.date_signed), row, actor=signatory.party)
        if signatory.original_received is not None:
            received = _recorded(signatory.original_received)
            yield case.fact("original_received", received, row, actor=signatory.party)
    if not case.facts.signatories:
        for row, day in enumerate(case.facts.signed_dates):
            if day is not None:
                yield case.fact("signed", _recorded(day), row)


def amendments(case: Case) -> Iterator[DatedFact]:
    """Yield the first day of each amendment that was signed."""
    for one in case.facts.amendments:
        dated = Dated(one.effective, "recorded_amendment", {"number": one.number})
        yield case.fact("amended", dated, one.number)


def letters(case: Case) -> Iterator[DatedFact]:
    """Yield each letter on the first day anything is known of it."""
    for row, letter in enumerate(case.facts.letters):
        day = known_day(letter)
        if day is not None:
            dated = Dated(day, "recorded_letter", {"kind": letter.kind})
            yield case.fact("letter", dated, row, actor=letter.party)


def _recorded(day: date) -> Dated:
    return Dated(day, "recorded")
