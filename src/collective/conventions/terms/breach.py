"""Breach: a formal notice, a time to make it good, then the right to terminate (O9, D6)."""

from collections.abc import Iterator
from collective.conventions.terms.dated import Dated
from collective.conventions.terms.dated import Params
from collective.conventions.terms.dates import plus
from collective.conventions.terms.delays import Delay
from collective.conventions.terms.delays import last_day
from collective.conventions.terms.delays import moved_from
from collective.conventions.terms.duration import Facts
from collective.conventions.terms.duration import Term
from collective.conventions.terms.letters import effective_day
from collective.conventions.terms.letters import known_day
from collective.conventions.terms.letters import Letter
from collective.conventions.terms.letters import standing
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Cure:
    """What a formal notice sets going: ``row`` is its place among the letters, from 0.

    ``until`` is the last day to make the breach good; ``right`` the first day on which the other
    party may terminate, None once the breach was made good in time.
    """

    row: int
    letter: Letter
    until: Dated
    right: Dated | None

    @property
    def made_good(self) -> bool:
        """Whether the breach was made good in time."""
        return self.right is None

    def is_over(self, today: date) -> bool:
        """Whether the last day to make the breach good has passed."""
        return self.until.day < today


def cure_delay(term: Term) -> Delay | None:
    """Return the time the clause leaves to make a breach good, or None without such a clause."""
    count = term.breach_count or 0
    if count <= 0:
        return None
    months, days = (count, 0) if term.breach_unit == "months" else (0, count)
    return Delay(days, months, term.clauses.get("breach", ""), term.delays_move)


def cures(term: Term, facts: Facts) -> Iterator[Cure]:
    """Yield what each formal notice that stands has set going, once its delay runs."""
    delay = cure_delay(term)
    notices = standing(facts.letters, "formal_notice") if delay else ()
    for row, letter in enumerate(facts.letters):
        given = effective_day(letter, term.breach_basis)
        if delay is not None and letter in notices and given is not None:
            until = _until(term, delay, given)
            cured = any(_cures(other, letter, given, until.day) for other in facts.letters)
            yield Cure(row, letter, until, None if cured else _right(until.day))


def _until(term: Term, delay: Delay, given: date) -> Dated:
    params: Params = {
        "count": delay.count,
        "unit": delay.unit,
        "basis": term.breach_basis,
        "given": given.isoformat(),
        "moved_from": moved_from(delay, given),
    }
    return Dated(last_day(delay, given), "cure_after_notice", params)


def _right(until: date) -> Dated:
    return Dated(plus(until, days=1), "right_after_cure", {"until": until.isoformat()})


def _cures(other: Letter, notice: Letter, given: date, until: date) -> bool:
    """Tell whether ``other`` says that the other party made the breach good in time."""
    day = known_day(other)
    by_another = not other.party or other.party != notice.party
    return other.kind == "cure" and by_another and day is not None and given <= day <= until
