"""Facts that cannot hold together with the rules, all named at once (``possible``: the rules)."""

from collections.abc import Iterator
from collective.conventions.terms.cells import date_faults
from collective.conventions.terms.duration import Facts
from collective.conventions.terms.duration import Term
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.starts import start
from datetime import date


def conflicts(term: Term, facts: Facts) -> tuple[Finding, ...]:
    """Return what makes ``facts`` impossible, at the field to mend.

    A term until a date may turn out to end before it starts, which nobody knows before the last
    signature, and so may one whose end was set by hand; dates that no collection of rows checks
    must lie in the range of dates; a notice can be reserved to a party only.
    """
    return (*_ends_before_start(term, facts), *_days(facts), *_stranger(term, facts))


def _ends_before_start(term: Term, facts: Facts) -> Iterator[Finding]:
    begun = start(term, facts)
    if begun is None:
        return
    params = {"start": begun.day.isoformat()}
    if term.duration_unit == "until_date" and term.end_date and term.end_date < begun.day:
        yield Finding("end_before_start", "end_date", params)
    if term.duration_unit == "until_event" and facts.event and facts.event < begun.day:
        yield Finding("end_before_start", "event_date", params)
    decided = next((one.day for one in reversed(facts.overrides) if one.key == "ends"), None)
    if decided is not None and decided < begun.day:
        yield Finding("end_before_start", "overrides", params)


def _stranger(term: Term, facts: Facts) -> Iterator[Finding]:
    if term.notice_by and term.notice_by not in {one.partner for one in facts.parties}:
        yield Finding("not_a_party", "notice_by", {"party": term.notice_by})


def _days(facts: Facts) -> Iterator[Finding]:
    for field, day in _places(facts):
        for code, params in date_faults(day):
            yield Finding(code, field, params)


def _places(facts: Facts) -> Iterator[tuple[str, date]]:
    for field, day in (
        ("condition_met", facts.condition_met),
        ("event_date", facts.event),
        ("termination_date", facts.terminated),
    ):
        if day is not None:
            yield field, day
