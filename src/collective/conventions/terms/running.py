"""How a convention runs: its start, its renewals and when to refuse them, its pauses, its end."""

from collections.abc import Iterator
from collective.conventions.terms.case import Case
from collective.conventions.terms.dated import Dated
from collective.conventions.terms.dated import DatedFact
from collective.conventions.terms.dated import Params
from collective.conventions.terms.dates import plus
from collective.conventions.terms.ends import cap_end
from collective.conventions.terms.holidays import last_working_day
from collective.conventions.terms.renewal import between
from collective.conventions.terms.renewal import Renewal
from collective.conventions.terms.resolutory import pause


def running(case: Case) -> Iterator[DatedFact]:
    """Yield the start, each renewal with its notice day, each pause, and the end."""
    course = tuple(_course(case))
    if case.start is not None:
        yield case.fact("starts", case.start, certain=not case.planned)
        yield from _renewals(case, course)
        yield from _express(case)
    yield from _pauses(case)
    if case.end is not None:
        certain = not case.planned and not _open(case, course)
        yield case.fact("ends", case.end, certain=certain)


def _renewals(case: Case, course: tuple[Renewal, ...]) -> Iterator[DatedFact]:
    sure = not case.planned
    for one in course:
        happened = one.start <= case.today
        settled = happened or case.term.renewal == "express"
        if case.term.renewal == "tacit" and case.term.notice_count:
            # The day to refuse the next renewal is sure; that of a later one if there is a next.
            by, actor = _notice(case, one), case.term.notice_by or "parties"
            yield case.fact("notice_by", by, one.number, actor=actor, certain=sure)
        yield case.fact("renews", _renewal(case, one), one.number, certain=sure and settled)
        sure = sure and settled


def _renewal(case: Case, one: Renewal) -> Dated:
    rule = "renewal_express" if case.term.renewal == "express" else "renewal_tacit"
    params: Params = {
        "number": one.number,
        "months": case.term.renewal_months or 0,
        "until": one.until.isoformat(),
    }
    return Dated(one.start, rule, params)


def _notice(case: Case, one: Renewal) -> Dated:
    params: Params = {
        "count": case.term.notice_count or 0,
        "unit": case.term.notice_unit,
        "basis": case.term.notice_basis,
        "renewal": one.start.isoformat(),
        "post_by": last_working_day(one.refuse_by).isoformat(),
    }
    return Dated(one.refuse_by, "notice_before_renewal", params)


def _express(case: Case) -> Iterator[DatedFact]:
    """Yield the day by which the parties agree, or it ends: it never renews by itself."""
    end = case.end
    if case.term.renewal != "express" or end is None or case.start is None:
        return
    by_term = end.rule in ("end_of_term", "end_of_renewal", "end_on_date")
    if by_term and end.day != cap_end(case.term, case.start.day):
        dated = Dated(end.day, "agreement_before_end", {"end": end.day.isoformat()})
        number = len(case.facts.agreed) + 1
        yield case.fact("agree_by", dated, number, actor="parties", certain=not case.planned)


def _pauses(case: Case) -> Iterator[DatedFact]:
    paused = pause(case.term, case.facts)
    if paused is None or paused.start is None or case.start is None or paused.start > case.last:
        return
    params = {"suspended": paused.start.isoformat()}
    yield case.fact("paused", Dated(paused.start, "pause_suspension", params))
    if paused.end is not None and paused.end < case.last:
        yield case.fact("resumes", Dated(plus(paused.end, days=1), "pause_suspension", params))


def _open(case: Case, course: tuple[Renewal, ...]) -> bool:
    """Tell whether the end supposes renewals that have not happened yet."""
    tacit = case.end is not None and case.end.rule == "end_at_cap" and case.end.override is None
    return tacit and any(one.start > case.today for one in course)


def _course(case: Case) -> Iterator[Renewal]:
    if case.start is not None:
        end = None if case.end is None else case.end.day
        yield from between(case.term, case.facts, case.start.day, end, case.today)
