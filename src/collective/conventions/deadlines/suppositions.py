"""What may be supposed of a convention, and how the question is read: for page and REST alike."""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.content.amended import parties_ever
from collective.conventions.deadlines.timelines import rules_of
from collective.conventions.interfaces import BadRequest
from collective.conventions.terms.cells import date_faults
from collective.conventions.terms.duration import Facts
from collective.conventions.terms.duration import Term
from collective.conventions.terms.ends import cap_end
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.notice import refused_on
from collective.conventions.terms.starts import start
from collective.conventions.terms.term import force
from collective.conventions.terms.what_if import Change
from collective.conventions.terms.what_if import change_faults
from collective.conventions.terms.what_if import GiveNotice
from collective.conventions.terms.what_if import Renew
from collective.conventions.terms.what_if import Sign
from dataclasses import dataclass
from datetime import date
from plone import api
from typing import Any


#: The suppositions by their tokens, in the order in which they are offered.
SUPPOSITIONS = ("notice", "refuse", "renew", "sign")
#: What a question consists of.
PARAMETERS = ("what_if", "day", "party")


@dataclass(frozen=True)
class Asked:
    """A question as it was read; there is no ``change`` where ``findings`` say what is wrong."""

    change: Change | None
    findings: tuple[Finding, ...] = ()


def offered(convention: Any, today: date) -> tuple[str, ...]:
    """What makes sense to suppose of a convention as it stands."""
    term, facts = rules_of(convention)
    state = api.content.get_state(convention)
    sensible = {
        "notice": _may_be_ended(term, facts, state, today) and _notice(term, facts),
        "refuse": _may_be_ended(term, facts, state, today) and _refusal(term, facts),
        "renew": _may_be_ended(term, facts, state, today) and _renewal(term, facts),
        "sign": state in ("draft", "council_approved") and _unsigned(facts),
    }
    return tuple(name for name in SUPPOSITIONS if sensible[name])


def read(form: Mapping[str, Any], convention: Any, today: date) -> Asked:
    """The change that a form or a query string supposes, with everything that is wrong with it."""
    what, text, party = (str(form.get(name) or "").strip() for name in PARAMETERS)
    found: list[Finding] = []
    if what not in offered(convention, today):
        found.append(Finding("unknown_choice", "what_if", {"value": what[:100]}))
    day = day_of(text)
    if not text:
        found.append(Finding("required", "day"))
    elif day is None:
        found.append(Finding("wrong_type", "day", {"expected": "2026-12-31"}))
    if party and party not in parties_ever(convention):
        found.append(Finding("not_a_party", "party", {"party": party[:100]}))
    if day is not None:
        change = _change(what, day, party)
        found.extend(change_faults(change))
        if not found:
            return Asked(change)
    return Asked(None, tuple(found))


def day_of(text: str) -> date | None:
    """The day that "2026-12-31" names, or None."""
    try:
        return date.fromisoformat(text) if len(text) == len("2026-12-31") else None
    except ValueError:
        return None


def day_asked(form: Mapping[str, Any], name: str) -> date | None:
    """The day that is asked for; None where none is.

    :raises BadRequest: it is no day, or none that a convention can have.
    """
    text = str(form.get(name) or "").strip()
    if not text:
        return None
    day = day_of(text)
    if day is None:
        wrong = [Finding("wrong_type", name, {"expected": "2026-12-31"})]
    else:
        wrong = [Finding(code, name, params) for code, params in date_faults(day)]
    if day is None or wrong:
        raise BadRequest(_("The question cannot be understood."), wrong)
    return day


def _change(what: str, day: date, party: str) -> Change:
    match what:
        case "sign":
            return Sign(day)
        case "renew" | "refuse":
            return Renew(day, what == "renew")
    return GiveNotice(day, party)


def _may_be_ended(term: Term, facts: Facts, state: str, today: date) -> bool:
    last = force(term, facts).end
    return state == "signed" and (last is None or last >= today)


def _notice(term: Term, facts: Facts) -> bool:
    return _refusal(term, facts) if term.scope == "renewal" else bool(term.notice_count)


def _refusal(term: Term, facts: Facts) -> bool:
    return term.renewal == "tacit" and refused_on(term, facts) is None


def _renewal(term: Term, facts: Facts) -> bool:
    if term.renewal == "tacit":
        return refused_on(term, facts) is not None
    begun = start(term, facts)
    capped = begun is not None and force(term, facts).end == cap_end(term, begun.day)
    return term.renewal == "express" and bool(term.renewal_months) and not capped


def _unsigned(facts: Facts) -> bool:
    return not facts.signatures or any(day is None for day in facts.signatures)
