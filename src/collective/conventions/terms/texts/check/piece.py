"""A text as the rules read it: its titles and bodies as plain lines, each with its place."""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions.terms.texts.check.flaw import Flaw
from collective.conventions.terms.texts.check.flaw import Place
from collective.conventions.terms.texts.check.flaw import place
from collective.conventions.terms.texts.text import Part
from collective.conventions.terms.texts.text import plain
from collective.conventions.terms.texts.text import Text
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True)
class Piece:
    """The plain ``text`` of one column ("title" or "body") of the part at ``index``."""

    index: int
    part: Part
    column: str
    text: str

    def at(self, start: int = 0, end: int = -1) -> Place:
        """The place of ``text[start:end]``."""
        part = self.part
        return place(self.index, part.part, part.number, self.column, self.text, start, end)

    def flaw(self, code: str, severity: str, start: int, end: int, /, **params: str | int) -> Flaw:
        """A finding about ``text[start:end]``."""
        return Flaw(code, severity, self.at(start, end), params)

    def sentence(self, start: int, end: int) -> str:
        """What stands in the same line from a full stop before ``start`` to one after ``end``."""
        first = max(self.text.rfind(mark, 0, start) for mark in ("\n", ". ", "; "))
        ends = [at for mark in ("\n", ". ", "; ") if (at := self.text.find(mark, end)) >= 0]
        return self.text[first + 1 : min(ends, default=len(self.text))]


@lru_cache(maxsize=8)
def pieces(text: Text) -> tuple[Piece, ...]:
    """Return the titles and bodies of ``text`` that hold something, in their order.

    Every rule reads the same pieces, so they are read once for all rules.
    """
    return tuple(_pieces(text))


def numbered(index: int, part: Part) -> Place:
    """The place of an article's number, with its title to know it by."""
    found = place(index, part.part, part.number, "number", part.number)
    line = f"{part.number} {part.title}".strip()
    return Place(**{**vars(found), "line": line})


def _pieces(text: Text) -> Iterator[Piece]:
    for index, part in enumerate(text):
        columns: Mapping[str, str] = {"title": part.title, "body": plain(part.body)}
        for column, content in columns.items():
            if content:
                yield Piece(index, part, column, content)
