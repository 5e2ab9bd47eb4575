"""What a way to end a convention still lacks: a letter, its proof, a decision."""

from collections.abc import Iterator
from collective.conventions.terms.duration import Facts
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.letters import column_of
from collective.conventions.terms.letters import effective_day
from collective.conventions.terms.letters import standing


def letter(facts: Facts, kind: str, basis: str, by: str = "") -> Iterator[Finding]:
    """Yield what a letter of ``kind`` lacks: itself, or the date from which its delay runs.

    ``by`` is the only party whose letter counts ("" for any).
    """
    found = standing(facts.letters, kind)
    letters = tuple(one for one in found if not by or one.party in ("", by))
    if any(effective_day(one, basis) is not None for one in letters):
        return
    if not letters:
        yield Finding("required", "notices")
    for row, one in enumerate(facts.letters):
        if one in letters:
            yield Finding("required", "notices", row=row, column=column_of(basis))


def outcome(facts: Facts, wanted: str) -> Iterator[Finding]:
    """Yield what keeps the supervision from having ended in ``wanted``."""
    given = facts.supervision
    if given is None or given.outcome != wanted:
        yield Finding("required", "supervision_outcome")
    elif given.decided is None:
        yield Finding("required", "supervision_date")
