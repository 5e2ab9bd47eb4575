"""Rules of a duration that cannot hold together, all named at once."""

from collections.abc import Iterator
from collective.conventions.terms import choices
from collective.conventions.terms.cells import date_faults
from collective.conventions.terms.dates import plus
from collective.conventions.terms.duration import Term
from collective.conventions.terms.findings import Finding
from datetime import date


#: No duration, cap or notice is longer: the whole range of dates, in months.
MOST_MONTHS = 301 * 12

#: Where lengths are compared when the start is open: seven long months and a 29 February follow.
_ANCHOR = date(2003, 7, 1)


def impossible(term: Term) -> tuple[Finding, ...]:
    """Return everything that makes ``term`` impossible, at the field to mend; nothing if it can be.

    A notice is compared with the first term from the start if that is fixed, else at its longest.
    """
    return (
        *_unknown(term),
        *_missing(term),
        *_counts(term),
        *_days(term),
        *_renewal(term),
        *_notice(term),
    )


def _unknown(term: Term) -> Iterator[Finding]:
    for field, value, known in (
        ("start_rule", term.start_rule, choices.START_RULES),
        ("duration_unit", term.duration_unit, choices.DURATION_UNITS),
        ("renewal", term.renewal, choices.RENEWALS),
        ("notice_unit", term.notice_unit, choices.NOTICE_UNITS),
        ("notice_basis", term.notice_basis, choices.NOTICE_BASES),
        ("notice_scope", term.notice_scope, ("", *choices.NOTICE_SCOPES)),
        ("breach_unit", term.breach_unit, choices.NOTICE_UNITS),
        ("breach_basis", term.breach_basis, choices.NOTICE_BASES),
    ):
        if value not in known:
            yield Finding("unknown_choice", field, {"value": str(value)})


def _missing(term: Term) -> Iterator[Finding]:
    if term.start_rule == "fixed_date" and term.start_date is None:
        yield Finding("required", "start_date")
    if term.duration_unit in ("months", "years") and term.duration_count is None:
        yield Finding("required", "duration_count")
    if term.duration_unit == "until_date" and term.end_date is None:
        yield Finding("required", "end_date")


def _counts(term: Term) -> Iterator[Finding]:
    for field, count, most in (
        ("duration_count", term.months or term.duration_count, MOST_MONTHS),
        ("renewal_months", term.renewal_months, MOST_MONTHS),
        ("renewal_cap_months", term.renewal_cap_months, MOST_MONTHS),
        ("notice_count", term.notice_count, MOST_MONTHS * 31),
        ("breach_count", term.breach_count, MOST_MONTHS * 31),
        ("contacts_days", term.contacts_days, MOST_MONTHS * 31),
    ):
        if count is not None and count <= 0:
            yield Finding("not_positive", field)
        elif count is not None and count > most:
            yield Finding("too_large", field, {"maximum": most})


def _days(term: Term) -> Iterator[Finding]:
    for field, day in (("start_date", term.start_date), ("end_date", term.end_date)):
        if day is not None:
            for code, params in date_faults(day):
                yield Finding(code, field, params)
    start, end = term.start_date, term.end_date
    if start is not None and end is not None and end < start:
        yield Finding("end_before_start", "end_date", {"start": start.isoformat()})


def _renewal(term: Term) -> Iterator[Finding]:
    if term.renewal == "none":
        return
    if term.duration_unit == "unlimited":
        yield Finding("renewal_of_unlimited", "renewal")
    if term.renewal == "tacit" and term.renewal_months is None:
        yield Finding("renewal_period_missing", "renewal_months")
    cap = term.renewal_cap_months
    following = _day_after_first(term)
    if cap is not None and following is not None and plus(_start(term), months=cap) < following:
        yield Finding("cap_below_term", "renewal_cap_months", {"months": cap})


def _notice(term: Term) -> Iterator[Finding]:
    following = _day_after_first(term)
    if not term.notice_count or following is None:
        return
    in_days = term.notice_unit == "days"
    start = _start(term)
    months, days = (0, term.notice_count) if in_days else (term.notice_count, 0)
    if plus(start, months=months, days=days) > following:
        yield Finding("notice_exceeds_term", "notice_count")


def _day_after_first(term: Term) -> date | None:
    """Return the day after the first term, when its length is known before it starts."""
    if term.months is not None:
        return plus(_start(term), months=term.months)
    fixed = term.start_rule == "fixed_date" and term.start_date is not None
    if fixed and term.duration_unit == "until_date" and term.end_date is not None:
        return plus(term.end_date, days=1)
    return None


def _start(term: Term) -> date:
    if term.start_rule == "fixed_date" and term.start_date is not None:
        return term.start_date
    return _ANCHOR
