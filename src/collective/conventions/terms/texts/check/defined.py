"""Defined terms: defined and not used, used like a defined one and nowhere defined (W7, W11)."""

from collections.abc import Iterator
from collections.abc import Sequence
from collective.conventions.terms.texts.check.context import Context
from collective.conventions.terms.texts.check.definitions import Definition
from collective.conventions.terms.texts.check.definitions import definitions
from collective.conventions.terms.texts.check.flaw import Flaw
from collective.conventions.terms.texts.check.piece import Piece
from collective.conventions.terms.texts.check.piece import pieces
from collective.conventions.terms.texts.check.roles import mentioned
from collective.conventions.terms.texts.check.spelling import folded
from collective.conventions.terms.texts.check.spelling import stem
from collective.conventions.terms.texts.text import Text


def defined(text: Text, context: Context) -> Iterator[Flaw]:
    """Yield the terms that are defined and never used, then those used and never defined."""
    read = pieces(text)
    found = definitions(read)
    for one in _once_each(found):
        if not _used(one, read, found):
            params = {"term": one.term}
            yield one.piece.flaw("term_unused", "warning", one.start, one.end, **params)
    yield from _undefined(read, found, context)


def _once_each(found: Sequence[Definition]) -> Iterator[Definition]:
    seen: set[tuple[str, ...]] = set()
    for one in found:
        if _stems(one.term) not in seen:
            seen.add(_stems(one.term))
            yield one


def _used(one: Definition, read: Sequence[Piece], found: Sequence[Definition]) -> bool:
    """Tell whether the term stands anywhere but where terms are defined."""
    wanted = _stems(one.term)
    for piece in read:
        text = piece.text
        for other in found:
            if other.piece == piece:
                blank = " " * (other.end - other.start)
                text = text[: other.start] + blank + text[other.end :]
        if _holds(_stems(text), wanted):
            return True
    return False


def _undefined(
    read: Sequence[Piece], found: Sequence[Definition], context: Context
) -> Iterator[Flaw]:
    known = {_stems(one.term) for one in found}
    known |= {stems[-1:] for stems in known}
    names = [_stems(name) for party in context.parties for name in (party.name, *party.short_names)]
    seen: set[tuple[str, ...]] = set()
    for piece in read:
        for term, start, end in mentioned(piece, context.language):
            stems = _stems(term)
            if stems in seen or stems in known or any(_holds(name, stems) for name in names):
                continue
            seen.add(stems)
            yield piece.flaw("term_undefined", "hint", start, end, term=term)


def _stems(term: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in folded(term).split())


def _holds(words: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    if not wanted:
        return True
    size = len(wanted)
    return any(
        words[at : at + size] == wanted for at, word in enumerate(words) if word == wanted[0]
    )
