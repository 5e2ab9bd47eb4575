"""A text sentence by sentence, as the rules look through it."""

from collections.abc import Iterator
from collective.conventions.terms.texts.check.piece import Piece
from collective.conventions.terms.texts.check.piece import pieces
from collective.conventions.terms.texts.folding import fold
from collective.conventions.terms.texts.propose.proposal import Passage
from collective.conventions.terms.texts.propose.proposal import Proposal
from collective.conventions.terms.texts.text import Text
from dataclasses import dataclass
from functools import cached_property
from typing import Any
import re


#: A stop that ends a sentence: not the one of "M.", "art." or "1.".
_STOP = re.compile(
    r"(?<!\bm)(?<!\bmr)(?<!\bmme)(?<!\bart)(?<!\bn)(?<!\bp)(?<!\d)(?<!\b[a-z])[.!?](?=\s)"
)


@dataclass(frozen=True)
class Sentence:
    """A sentence of a piece of a text; positions in ``folded`` are positions in ``text``."""

    piece: Piece
    start: int
    end: int

    @property
    def text(self) -> str:
        """Its words."""
        return self.piece.text[self.start : self.end]

    @cached_property
    def folded(self) -> str:
        """Its words as rules compare them."""
        return fold(self.text)

    @property
    def title(self) -> str:
        """The title of its part, folded."""
        return fold(self.piece.part.title)

    def found(
        self,
        field: str,
        value: Any,
        rule: str,
        span: tuple[int, int] | None = None,
        lacks: tuple[str, ...] = (),
    ) -> Proposal:
        """Return a proposal that rests on ``span`` of the sentence, or on all of it."""
        start, end = span or (0, len(self.text))
        return Proposal(
            field, value, passage(self.piece, self.start + start, self.start + end), rule, lacks
        )


def passage(piece: Piece, start: int, end: int) -> Passage:
    """Return the passage of ``piece.text[start:end]``, without spaces at its ends."""
    quoted = piece.text[start:end]
    start += len(quoted) - len(quoted.lstrip())
    quoted = quoted.strip()
    return Passage(piece.index, piece.column, start, start + len(quoted), quoted)


def sentences(text: Text, *parts: str) -> Iterator[Sentence]:
    """Yield the sentences of the bodies of ``parts`` (all when none is named), line by line."""
    for piece in pieces(text):
        if piece.column == "body" and (not parts or piece.part.part in parts):
            yield from of_piece(piece)


def of_piece(piece: Piece) -> Iterator[Sentence]:
    """Yield the sentences of a piece."""
    folded, start = fold(piece.text), 0
    for line in folded.split("\n"):
        begins = 0
        for stop in _STOP.finditer(line):
            yield Sentence(piece, start + begins, start + stop.end())
            begins = stop.end()
        if line[begins:].strip():
            yield Sentence(piece, start + begins, start + len(line))
        start += len(line) + 1
