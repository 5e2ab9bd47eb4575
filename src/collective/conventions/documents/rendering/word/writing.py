"""The blocks of a body as paragraphs, lists and tables of a DOCX file."""

from collections.abc import Iterable
from collective.conventions.documents.rendering.word.lists import Lists
from collective.conventions.documents.rendering.word.nodes import node
from collective.conventions.markup.blocks import Block
from collective.conventions.markup.blocks import Cell
from collective.conventions.markup.blocks import Line
from collective.conventions.markup.blocks import Listing
from collective.conventions.markup.blocks import Parts
from collective.conventions.markup.blocks import Row
from collective.conventions.markup.blocks import Table
from typing import Any


class Writer:
    """Writes blocks at the end of ``place``: a document, or a part of one (a cell, a sub-document).

    :param lists: the lists of the file that the place belongs to.
    """

    def __init__(self, place: Any, lists: Lists) -> None:
        self.place = place
        self.lists = lists

    def add(self, blocks: Iterable[Block], style: str) -> None:
        """Write blocks; paragraphs get the ``style``."""
        for block in blocks:
            if isinstance(block, Table):
                self._table(block)
            elif isinstance(block, Listing):
                self._listing(block, 0)
            else:
                _write(self.place.add_paragraph(style=style), block.lines)

    def _listing(self, listing: Listing, level: int) -> None:
        number = self.lists.new(listing.ordered)
        for item in listing.items:
            self._item(item, self.lists.style(listing.ordered), number, level)

    def _item(self, item: Parts, style: str, number: int, level: int) -> None:
        """An item: its first words bear its number; what follows stands below them."""
        marked = False
        for part in item:
            if isinstance(part, Listing):
                self._listing(part, level + 1)
                continue
            paragraph = self.place.add_paragraph(style=style)
            self.lists.mark(paragraph, 0 if marked else number, level)
            _write(paragraph, part.lines)
            marked = True

    def _table(self, table: Table) -> None:
        rows = [*table.head, *table.body]
        width = max(len(row) for row in rows)
        made = self.place.add_table(rows=0, cols=width)
        add_borders(made)
        for number, row in enumerate(rows):
            self._row(made.add_row(), row, repeated=number < len(table.head))
        # Without a paragraph between them, two tables would become one.
        self.place.add_paragraph(style="Signature Line")

    def _row(self, made: Any, row: Row, repeated: bool) -> None:
        rules = made._tr.get_or_add_trPr()
        rules.append(node("w:cantSplit"))
        if repeated:
            rules.append(node("w:tblHeader"))
        for cell, told in zip(made.cells, row, strict=False):
            self._cell(cell, told)

    def _cell(self, made: Any, cell: Cell) -> None:
        inner = Writer(made, self.lists)
        for part in cell.parts:
            if isinstance(part, Listing):
                inner._listing(part, 0)
            else:
                _write(made.add_paragraph(style="Normal"), part.lines, bold=cell.head)
        empty = made.paragraphs[0]
        # A new cell holds a paragraph, and none may end without one.
        if len(made.paragraphs) > 1:
            empty._p.getparent().remove(empty._p)


def _write(paragraph: Any, lines: Iterable[Line], bold: bool = False) -> None:
    for number, line in enumerate(lines):
        if number:
            paragraph.add_run().add_break()
        for run in line:
            made = paragraph.add_run(run.text)
            made.bold, made.italic = (run.strong or bold) or None, run.em or None


def add_borders(table: Any) -> None:
    """Lines around the cells: a style that draws them is not in every file."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = [node(f"w:{side}", val="single", sz=4, space=0, color="B9C0C7") for side in sides]
    table._tbl.tblPr.append(node("w:tblBorders", *lines))
