"""A paragraph of a document that was read: its words, and what its look says of it."""

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import replace


@dataclass(frozen=True)
class Run:
    """Words that look the same."""

    text: str
    strong: bool = False
    em: bool = False


@dataclass(frozen=True)
class Paragraph:
    """One paragraph, list item or table row, without a line break of its own.

    :ivar style: "heading", "item" (of a list), "row" (of a table), or empty.
    :ivar level: how deep an item or a heading is, from 0.
    :ivar marker: what stands before an item: "-", "2.", "b)".
    :ivar cells: of a row; each may have several lines.
    """

    runs: tuple[Run, ...]
    style: str = ""
    level: int = 0
    marker: str = ""
    cells: tuple[str, ...] = ()

    @classmethod
    def of(cls, text: str, style: str = "", level: int = 0, marker: str = "") -> "Paragraph":
        """Return a paragraph of plain words."""
        return cls((Run(text),), style, level, marker)

    @classmethod
    def row(cls, cells: Iterable[str]) -> "Paragraph":
        """Return a row of a table."""
        kept = tuple(cells)
        return cls((Run("\t".join(kept)),), "row", cells=kept)

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)

    @property
    def whole(self) -> str:
        """Its words after its marker."""
        return f"{self.marker} {self.text}".strip()

    @property
    def strong(self) -> bool:
        """Whether all of it is bold, as headings are."""
        return all(run.strong for run in self.runs if run.text.strip()) and bool(self.text.strip())

    def between(self, start: int, end: int | None = None) -> "Paragraph":
        """Return what stands from ``start`` up to ``end``; a marker goes with the beginning."""
        stop = len(self.text) if end is None else end
        kept = tuple(_cut(self.runs, start, stop))
        return replace(self, runs=kept, marker="" if start else self.marker)


def _cut(runs: Iterable[Run], start: int, end: int) -> Iterator[Run]:
    position = 0
    for run in runs:
        text = run.text[max(0, start - position) : max(0, end - position)]
        position += len(run.text)
        if text:
            yield replace(run, text=text)
