"""Parties that the text names otherwise than the data do, or not at all (C1, W1).

Accents, legal forms and capital letters make no difference; a letter misread does, a little.
"""

from collections.abc import Iterator
from collections.abc import Sequence
from collective.conventions.terms.texts.check.context import Context
from collective.conventions.terms.texts.check.context import KnownParty
from collective.conventions.terms.texts.check.flaw import Flaw
from collective.conventions.terms.texts.check.piece import Piece
from collective.conventions.terms.texts.check.piece import pieces
from collective.conventions.terms.texts.check.spelling import folded
from collective.conventions.terms.texts.check.spelling import name_words
from collective.conventions.terms.texts.text import Text
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import product
import re


#: From which likeness on it is the same party under another name; from which a letter misread.
ALIKE, MISREAD = 0.72, 0.92
#: A name of fewer letters is like too many others.
SHORTEST = 6
_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*")
#: Words that make a name no likelier to be meant.
_SMALL = frozenset(
    {
        "de",
        "du",
        "des",
        "la",
        "le",
        "les",
        "l",
        "d",
        "et",
        "van",
        "het",
        "der",
        "die",
        "und",
        "of",
        "en",
    }
)


@dataclass(frozen=True)
class _Near:
    """What comes nearest to a name: how near, and where it stands."""

    likeness: float
    piece: Piece
    start: int
    end: int


def parties(text: Text, context: Context) -> Iterator[Flaw]:
    """Yield the parties of the data whose name does not stand in the text."""
    read = pieces(text)
    if not read:
        return
    whole = f" {folded(' '.join(piece.text for piece in read))} "
    for party in context.parties:
        if any(f" {' '.join(words)} " in whole for words in _names(party)):
            continue
        near = max(_nearest(read, party), key=lambda one: one.likeness, default=None)
        if near is None or near.likeness < ALIKE:
            first = read[0]
            yield first.flaw("party_not_named", "warning", 0, len(first.text), name=party.name)
            continue
        severity = "hint" if near.likeness >= MISREAD else "warning"
        params = {"written": near.piece.text[near.start : near.end], "name": party.name}
        yield near.piece.flaw("party_named_otherwise", severity, near.start, near.end, **params)


def _names(party: KnownParty) -> Iterator[tuple[str, ...]]:
    """The names under which a party is known, an abbreviation in brackets or a short name too."""
    abbreviated = re.findall(r"\(([^()]{2,20})\)", party.name)
    without = re.sub(r"\s*\([^()]*\)", "", party.name)
    for name in (party.name, without, *abbreviated, *party.short_names):
        if words := name_words(name):
            yield words


def _nearest(read: Sequence[Piece], party: KnownParty) -> Iterator[_Near]:
    """What is like the party's name where the parties are named; else in the first pieces."""
    where = [piece for piece in read if piece.part.part in ("heading", "parties")] or read[:3]
    names = [words for words in _names(party) if len(" ".join(words)) >= SHORTEST]
    for piece in where:
        found = list(_WORD.finditer(piece.text))
        words = [folded(match[0]).replace(" ", "") for match in found]
        for wanted, at in product(names, range(len(words))):
            for end in range(at + max(1, len(wanted) - 1), at + len(wanted) + 2):
                if end <= len(words):
                    likeness = _likeness(words[at:end], wanted)
                    yield _Near(likeness, piece, found[at].start(), found[end - 1].end())


def _likeness(words: Sequence[str], wanted: Sequence[str]) -> float:
    """How alike two names are, from 0 to 1; without one weighty word in common they are not."""
    if words[0] in _SMALL - {wanted[0]} or words[-1] in _SMALL:
        return 0.0
    left, right = " ".join(words), " ".join(wanted)
    matcher = SequenceMatcher(None, left, right, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= ALIKE else 0.0
