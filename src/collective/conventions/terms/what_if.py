"""What would become of the dates if somebody gave notice, signed, or renewed."""

from collections.abc import Mapping
from collective.conventions.terms.cells import date_faults
from collective.conventions.terms.delays import Delay
from collective.conventions.terms.duration import Facts
from collective.conventions.terms.duration import Term
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.letters import Letter
from collective.conventions.terms.statute import DELAYS
from collective.conventions.terms.timeline import Timeline
from collective.conventions.terms.timeline import timeline
from dataclasses import dataclass
from dataclasses import replace
from datetime import date


@dataclass(frozen=True)
class GiveNotice:
    """A notice by ``party`` that takes effect on ``day``: refuses the renewal, or ends it."""

    day: date
    party: str = ""


@dataclass(frozen=True)
class Sign:
    """Everyone who has not signed yet does so on ``day``."""

    day: date


@dataclass(frozen=True)
class Renew:
    """On ``day`` the next renewal is agreed to, or refused; agreeing takes back a refusal."""

    day: date
    yes: bool = True


Change = GiveNotice | Sign | Renew


@dataclass(frozen=True)
class Comparison:
    """The timeline as it is beside the one that ``change`` would make of it.

    ``gone`` are the facts of ``before`` that ``after`` lacks, ``new`` those it adds; a fact whose
    day or certainty changes is in both, under one key.
    """

    change: Change
    before: Timeline
    after: Timeline

    @property
    def gone(self) -> Timeline:
        """What would no longer be."""
        return tuple(fact for fact in self.before if fact not in self.after)

    @property
    def new(self) -> Timeline:
        """What would come or be otherwise."""
        return tuple(fact for fact in self.after if fact not in self.before)


def what_if(
    term: Term, facts: Facts, today: date, change: Change, delays: Mapping[str, Delay] = DELAYS
) -> Comparison:
    """Return the timelines without and with ``change``."""
    before = timeline(term, facts, today, delays)
    return Comparison(change, before, timeline(term, changed(term, facts, change), today, delays))


def change_faults(change: Change) -> tuple[Finding, ...]:
    """Return what is wrong with a change: a day no convention can have."""
    return tuple(Finding(code, "day", params) for code, params in date_faults(change.day))


def changed(term: Term, facts: Facts, change: Change) -> Facts:
    """Return the facts as they would be after ``change``."""
    match change:
        case Sign(day):
            return _signed(facts, day)
        case Renew(day, True):
            return _renewed(term, facts, day)
        case Renew(day):
            kind, party = "non_renewal", term.notice_by
        case GiveNotice(day, party):
            kind = "non_renewal" if term.scope == "renewal" else "termination"
    return replace(facts, letters=(*facts.letters, Letter(kind, party, day, day, day)))


def _signed(facts: Facts, day: date) -> Facts:
    dates = tuple(signed or day for signed in facts.signatures) or (day,)
    persons = tuple(replace(one, date_signed=one.date_signed or day) for one in facts.signatories)
    return replace(facts, signed_dates=dates, signatories=persons)


def _renewed(term: Term, facts: Facts, day: date) -> Facts:
    if term.renewal == "express":
        return replace(facts, agreed=(*facts.agreed, day))
    kept = tuple(letter for letter in facts.letters if letter.kind != "non_renewal")
    return replace(facts, non_renewal=None, letters=kept)
