"""What somebody must do, or may do, by a day that the law or a clause sets (W3, W6, O8, O9, D6)."""

from collections.abc import Iterator
from collective.conventions.terms.breach import cures
from collective.conventions.terms.case import Case
from collective.conventions.terms.dated import Dated
from collective.conventions.terms.dated import DatedFact
from collective.conventions.terms.dated import Params
from collective.conventions.terms.delays import Delay
from collective.conventions.terms.delays import last_day
from collective.conventions.terms.delays import moved_from
from collective.conventions.terms.supervision import until


def contacts(case: Case) -> Iterator[DatedFact]:
    """Yield the day by which each party names its contacts, counted from the start."""
    days = case.term.contacts_days or 0
    if case.start is None or days <= 0:
        return
    started = case.start.day
    delay = Delay(days, moves=case.term.delays_move)
    params: Params = {
        "count": days,
        "start": started.isoformat(),
        "moved_from": moved_from(delay, started),
    }
    due = Dated(last_day(delay, started), "contacts_after_start", params)
    named = case.facts.contacts
    for party in dict.fromkeys(party.partner for party in case.facts.parties) or ("parties",):
        done = party in named
        if done or due.day <= case.last:
            certain = not case.planned
            yield case.fact("contacts_due", due, party, actor=party, certain=certain, done=done)


def commitments(case: Case) -> Iterator[DatedFact]:
    """Yield the due day of each commitment that has one."""
    for row, owed in enumerate(case.facts.commitments):
        if owed.due is not None:
            dated = Dated(owed.due, "recorded_commitment", {"description": owed.description})
            yield case.fact(
                "commitment_due",
                dated,
                row,
                actor=owed.party,
                certain=not owed.condition,
                done=owed.is_done(case.today),
                amendments=() if owed.origin is None else (owed.origin.number,),
            )


def supervision(case: Case) -> Iterator[DatedFact]:
    """Yield what went to the authority, until when it may act, and what it decided."""
    given = case.facts.supervision
    if given is None:
        return
    for what, day in (
        ("supervision_sent", given.sent),
        ("supervision_received", given.received),
    ):
        if day is not None:
            yield case.fact(what, Dated(day, "recorded"))
    if dated := until(given, case.delays):
        source = case.delays[given.regime].source
        # The authority may prolong the delay as long as it has not decided.
        over = given.over
        yield case.fact(
            "supervision_until",
            dated,
            actor="authority",
            clause=source,
            certain=over,
            done=over or None,
        )
    if given.over and given.decided is not None:
        dated = Dated(given.decided, "recorded_outcome", {"outcome": given.outcome})
        yield case.fact("supervision_decided", dated, actor="authority")


def breaches(case: Case) -> Iterator[DatedFact]:
    """Yield the last day to make each breach good, and the right that follows while it is not."""
    for cure in cures(case.term, case.facts):
        others = _others(case, cure.letter.party)
        made_good = cure.right is None
        yield case.fact("cure_until", cure.until, cure.row, actor=others, done=made_good or None)
        if cure.right is not None and cure.right.day <= case.last:
            passed = cure.right.day <= case.today
            yield case.fact(
                "may_terminate",
                cure.right,
                cure.row,
                actor=cure.letter.party or "parties",
                certain=passed,
            )


def _others(case: Case, party: str) -> str:
    """Return the one other party of two, or all of them where that is not clear."""
    rest = {one.partner for one in case.facts.parties} - {party}
    return rest.pop() if party and len(rest) == 1 else "parties"
