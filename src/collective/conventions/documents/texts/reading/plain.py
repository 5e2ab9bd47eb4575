"""Plain text: paragraphs between empty lines, cells of a table after tabs."""

from collections.abc import Iterator
from collections.abc import Sequence
from collective.conventions.documents.texts.reading.lines import begins
from collective.conventions.documents.texts.reading.lines import joined
from collective.conventions.documents.texts.reading.lines import paragraph
from collective.conventions.documents.texts.reading.lines import width_of
from collective.conventions.terms.texts.paragraph import Paragraph
import re


#: What a word processor leaves in a text that is no text: "[bookmark: _GoBack]".
_BOOKMARK = re.compile(r"\[bookmark: \w+\]\s?")
_COLUMNS = re.compile(r"\S[ \t]*\t[ \t]*\S")


def plain_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a plain text."""
    lines = _BOOKMARK.sub("", text).replace("\f", "\n\n").split("\n")
    width = width_of(lines)
    return tuple(one for block in _blocks(lines) for one in _of_block(block, width))


def _blocks(lines: Sequence[str]) -> Iterator[list[str]]:
    """Yield the lines between empty ones; a line with a tab alone is an empty cell."""
    block: list[str] = []
    for line in lines:
        if line.strip(" ") and (line.startswith("\t") or line.strip()):
            block.append(line)
        elif block:
            yield block
            block = []
    if block:
        yield block


def _of_block(block: Sequence[str], width: int) -> Iterator[Paragraph]:
    if block[0].startswith("\t") and not begins(block[0]):
        yield from _row(block)
        return
    for text in joined(block, width):
        if _COLUMNS.search(text) and not begins(text):
            yield Paragraph.row(cell.strip() for cell in text.strip().split("\t"))
        else:
            yield paragraph(text)


def _row(block: Sequence[str]) -> Iterator[Paragraph]:
    """Yield the row that lines of cells are; a line without a tab goes on in the cell above."""
    cells: list[str] = []
    for line in block:
        if line.startswith("\t") or not cells:
            cells.append(line.strip())
        else:
            cells[-1] += f"\n{line.strip()}"
    if any(cells):
        yield Paragraph.row(cells)
