"""The ways a convention comes to its end: what each needs, and the last day it leads to."""

from collections.abc import Callable
from collective.conventions.terms import needs
from collective.conventions.terms.breach import cure_delay
from collective.conventions.terms.breach import cures
from collective.conventions.terms.dated import Dated
from collective.conventions.terms.dated import overridden
from collective.conventions.terms.duration import Facts
from collective.conventions.terms.duration import Term
from collective.conventions.terms.ending import end_of_term
from collective.conventions.terms.ending import ending
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.letters import Letter
from collective.conventions.terms.resolutory import end_by_authority
from collective.conventions.terms.starts import start
from dataclasses import dataclass
from dataclasses import replace
from datetime import date


@dataclass(frozen=True)
class Route:
    """A way to end a convention.

    ``letter`` is the kind of letter it goes by ("" for none); ``needs`` what is still missing: a
    clause, a letter ("notices"), its date or proof, a decision. ``effective`` is the last day in
    force it leads to with its reason, supposing that a missing notice were given today; None while
    nothing tells it. ``closed`` says out of ``CLOSED`` why the way is not open to this convention
    at all ("" when it is).
    """

    code: str
    letter: str
    needs: tuple[Finding, ...]
    effective: Dated | None
    closed: str = ""

    @property
    def ready(self) -> bool:
        """Whether nothing is missing and the last day is known."""
        return not self.needs and self.effective is not None


def routes(term: Term, facts: Facts, today: date) -> tuple[Route, ...]:
    """Return every way to end a convention, in the order of ``ROUTES``."""
    return tuple(make(term, facts, today) for make in _MAKERS.values())


def _breach(term: Term, facts: Facts, today: date) -> Route:
    clause = () if cure_delay(term) else (Finding("required", "breach_count"),)
    lacking = (*clause, *needs.letter(facts, "formal_notice", term.breach_basis))
    closed = "no_breach_clause" if clause else ""
    first = _first_right(term, facts)
    if first is None and not lacking:
        lacking = (Finding("required", "notices"),)
    if lacking:
        first = _first_right(term, _supposing(facts, "formal_notice", "", today))
    end = Dated(max(first.day, today), "end_after_breach", first.params) if first else None
    return Route("breach", "formal_notice", lacking, end, closed)


def _first_right(term: Term, facts: Facts) -> Dated | None:
    """Return the first day on which somebody may terminate for a breach."""
    rights = [cure.right for cure in cures(term, facts) if cure.right is not None]
    return min(rights, key=lambda dated: dated.day, default=None)


def _mutual(term: Term, facts: Facts, today: date) -> Route:
    if facts.terminated is None:
        return Route("mutual", "", (Finding("required", "termination_date"),), None)
    return Route("mutual", "", (), Dated(facts.terminated, "end_by_agreement"))


def _expiry(term: Term, facts: Facts, today: date) -> Route:
    closed = "no_end" if term.duration_unit == "unlimited" else ""
    begun = start(term, facts)
    if begun is None:
        unsigned = Finding("required", "signatories", column="date_signed")
        return Route("expiry", "", (unsigned,), None, closed)
    end = overridden(end_of_term(term, facts, begun.day), "ends", facts.overrides)
    if end is not None:
        return Route("expiry", "", (), end)
    if term.duration_unit == "until_event":
        return Route("expiry", "", (Finding("required", "event_date"),), None)
    return Route("expiry", "", (Finding("required", "end_date"),), None, "no_end")


def _non_renewal(term: Term, facts: Facts, today: date) -> Route:
    if term.renewal != "tacit":
        clause = (Finding("required", "renewal_months"),)
        return Route("non_renewal", "non_renewal", clause, None, "no_tacit_renewal")
    lacking = tuple(needs.letter(facts, "non_renewal", term.notice_basis, term.notice_by))
    if facts.non_renewal is not None:
        lacking = ()
    supposed = _supposing(facts, "non_renewal", term.notice_by, today) if lacking else facts
    begun = start(term, supposed)
    end = None if begun is None else end_of_term(term, supposed, begun.day)
    return Route("non_renewal", "non_renewal", lacking, end)


def _notice(term: Term, facts: Facts, today: date) -> Route:
    if not term.notice_count or term.scope != "any_time":
        clause = (Finding("required", "notice_count"),)
        return Route("notice", "termination", clause, None, "no_notice_clause")
    lacking = tuple(needs.letter(facts, "termination", term.notice_basis, term.notice_by))
    supposed = _supposing(facts, "termination", term.notice_by, today) if lacking else facts
    begun = start(term, supposed)
    end = None if begun is None else ending(term, supposed, begun.day)
    return Route("notice", "termination", lacking, end)


def _resolutory(term: Term, facts: Facts, today: date) -> Route:
    clause = () if term.resolutory_condition else (Finding("required", "resolutory_condition"),)
    lacking = (*clause, *needs.outcome(facts, "annulled"))
    end = None if lacking else end_by_authority(term, facts)
    return Route("resolutory", "", lacking, end, "no_condition" if clause else "")


def _refusal(term: Term, facts: Facts, today: date) -> Route:
    lacking = tuple(needs.outcome(facts, "refused"))
    closed = "" if _supervised(facts) else "no_supervision"
    return Route("refusal", "", lacking, None if lacking else end_by_authority(term, facts), closed)


def _supervised(facts: Facts) -> bool:
    """Tell whether anything is on record between the convention and an authority."""
    given = facts.supervision
    return given is not None and bool(given.sent or given.received or given.outcome or given.regime)


def _supposing(facts: Facts, kind: str, party: str, today: date) -> Facts:
    written = Letter(kind, party, today, today, today)
    return replace(facts, letters=(*facts.letters, written))


_MAKERS: dict[str, Callable[[Term, Facts, date], Route]] = {
    "breach": _breach,
    "mutual": _mutual,
    "expiry": _expiry,
    "non_renewal": _non_renewal,
    "notice": _notice,
    "resolutory": _resolutory,
    "refusal": _refusal,
}

#: The codes of the routes.
ROUTES = tuple(_MAKERS)

#: Why a way is not open to a convention.
CLOSED = (
    "no_breach_clause",
    "no_end",
    "no_tacit_renewal",
    "no_notice_clause",
    "no_condition",
    "no_supervision",
)
