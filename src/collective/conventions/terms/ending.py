"""The last day of a convention with its reason: the first of all that can end it."""

from collections.abc import Iterator
from collective.conventions.terms.dated import Dated
from collective.conventions.terms.dated import overridden
from collective.conventions.terms.dated import Params
from collective.conventions.terms.duration import Facts
from collective.conventions.terms.duration import Term
from collective.conventions.terms.ends import cap_end
from collective.conventions.terms.ends import first_end
from collective.conventions.terms.ends import last_end
from collective.conventions.terms.notice import notice_end
from collective.conventions.terms.notice import notice_given
from collective.conventions.terms.notice import refused_on
from collective.conventions.terms.resolutory import end_by_authority
from datetime import date


def ending(term: Term, facts: Facts, start: date) -> Dated | None:
    """Return the last day in force as far as ``facts`` tell; None when nothing bounds it.

    With tacit renewal it supposes every renewal that no notice has stopped.
    """
    found = list(_candidates(term, facts, start))
    first = min(found, key=lambda dated: dated.day) if found else None
    return overridden(first, "ends", facts.overrides)


def end_of_term(term: Term, facts: Facts, start: date) -> Dated | None:
    """Return the last day by the term and its renewals alone."""
    end = last_end(term, facts, start)
    return None if end is None else Dated(end, *_reason(term, facts, start, end))


def notice_params(term: Term, given: date) -> Params:
    """Return the parameters of the rules by which a notice given on ``given`` ends it."""
    return {
        "given": given.isoformat(),
        "count": max(term.notice_count or 0, 0),
        "unit": term.notice_unit,
        "basis": term.notice_basis,
    }


def _candidates(term: Term, facts: Facts, start: date) -> Iterator[Dated]:
    by_notice = notice_given(term, facts)
    if facts.terminated is not None:
        yield Dated(facts.terminated, "end_terminated")
    if dated := end_by_authority(term, facts):
        yield dated
    if by_notice is not None:
        params = notice_params(term, by_notice)
        yield Dated(notice_end(term, by_notice), "end_after_notice", params)
    if dated := end_of_term(term, facts, start):
        yield dated


def _reason(term: Term, facts: Facts, start: date, end: date) -> tuple[str, Params]:
    refused = refused_on(term, facts)
    cap = cap_end(term, start)
    if term.duration_unit == "until_event":
        return "end_on_event", {}
    if term.renewal == "tacit" and refused is not None and end != cap:
        return "end_not_renewed", notice_params(term, refused)
    if end == cap:
        months = term.renewal_cap_months or 0
        return "end_at_cap", {"months": months, "start": start.isoformat()}
    if end != first_end(term, start):
        months = term.renewal_months or 0
        return "end_of_renewal", {"number": len(facts.agreed), "months": months}
    if term.duration_unit == "until_date":
        return "end_on_date", {}
    count, unit = term.duration_count or 0, term.duration_unit
    return "end_of_term", {"count": count, "unit": unit, "start": start.isoformat()}
