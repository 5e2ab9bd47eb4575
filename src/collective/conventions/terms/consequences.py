"""What each letter sets going: from which day, until when, and the end it leads to."""

from collective.conventions.terms.breach import Cure
from collective.conventions.terms.breach import cure_delay
from collective.conventions.terms.breach import cures
from collective.conventions.terms.dated import Dated
from collective.conventions.terms.duration import Facts
from collective.conventions.terms.duration import Term
from collective.conventions.terms.ending import ending
from collective.conventions.terms.letters import effective_day
from collective.conventions.terms.letters import Letter
from collective.conventions.terms.letters import standing
from collective.conventions.terms.starts import start
from dataclasses import dataclass
from dataclasses import replace
from datetime import date


@dataclass(frozen=True)
class Consequence:
    """What the letter in ``row`` (from 0) does.

    ``counts``: a clause gives it an effect, and its writer may write it. ``stands``: it was not
    withdrawn since. ``basis`` is what its delay runs from ("" when none does) and ``given`` that
    day, None while it is not known. ``cure`` is what a formal notice sets going; ``end`` the last
    day that a notice leads to, were it the only letter.
    """

    row: int
    letter: Letter
    counts: bool
    stands: bool
    basis: str
    given: date | None
    cure: Cure | None = None
    end: Dated | None = None

    @property
    def works(self) -> bool:
        """Whether something follows from it."""
        return self.counts and self.stands and self.given is not None


def consequences(term: Term, facts: Facts) -> tuple[Consequence, ...]:
    """Return what each letter sets going, in the order of their rows."""
    running = {cure.row: cure for cure in cures(term, facts)}
    begun = start(term, facts)
    return tuple(
        _consequence(term, facts, row, begun.day if begun else None, running.get(row))
        for row in range(len(facts.letters))
    )


def _consequence(
    term: Term, facts: Facts, row: int, begun: date | None, cure: Cure | None
) -> Consequence:
    letter = facts.letters[row]
    basis = _basis(term, letter.kind)
    given = effective_day(letter, basis) if basis else None
    stands = letter in standing(facts.letters, letter.kind)
    counts = bool(basis) and _may_write(term, letter)
    end = None
    if counts and stands and given is not None and begun is not None and cure is None:
        alone = replace(facts, letters=(letter,), terminated=None, non_renewal=None)
        end = ending(term, alone, begun)
    return Consequence(row, letter, counts, stands, basis, given, cure, end)


def _basis(term: Term, kind: str) -> str:
    """Return what the delay of a letter runs from, where a clause gives it one."""
    if kind == "formal_notice" and cure_delay(term):
        return term.breach_basis
    if kind == "non_renewal" and term.renewal == "tacit":
        return term.notice_basis
    if kind == "termination" and term.notice_count and term.scope == "any_time":
        return term.notice_basis
    return ""


def _may_write(term: Term, letter: Letter) -> bool:
    reserved = term.notice_by if letter.kind in ("non_renewal", "termination") else ""
    return not reserved or letter.party in ("", reserved)
