"""From HTML, whatever it may be, to blocks of the agreed kinds.

Words are kept wherever they stand: what is unknown is unwrapped, what is misplaced is put right.
"""

from collections.abc import Iterator
from collective.conventions.markup.blocks import Block
from collective.conventions.markup.blocks import Cell
from collective.conventions.markup.blocks import Listing
from collective.conventions.markup.blocks import Paragraph
from collective.conventions.markup.blocks import Parts
from collective.conventions.markup.blocks import Row
from collective.conventions.markup.blocks import Run
from collective.conventions.markup.blocks import Table
from collective.conventions.markup.lines import Lines
from collective.conventions.markup.lines import UNSTORABLE
from dataclasses import replace
from enum import Enum
from lxml import etree
from typing import Any


class Mark(Enum):
    """What parts the words of a flow."""

    BREAK = "the line ends"
    EDGE = "a block begins or ends"


Flow = Iterator[Run | Mark | Listing | Table]

#: What a reader of the page would not read.
SILENT = frozenset(["script", "style", "title", "template"])
STRONG = frozenset({"strong", "b"})
EM = frozenset({"em", "i"})
#: Elements whose words are not in one line with those before and after.
EDGES = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "optgroup",
        "option",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
    ]
)
LISTS = {"ul": False, "ol": True}
SECTIONS = frozenset({"thead", "tbody", "tfoot"})
CELLS = frozenset({"td", "th"})
#: Deeper than this, no person has nested anything: the words go on without their structure.
DEEPEST = 60


def read(html: str) -> tuple[Block, ...]:
    """The blocks of ``html``; none where it says nothing."""
    # Without "huge" what is nested deeper than 256 levels would be lost, words and all.
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=True
    )
    root = etree.fromstring(f"<div>{UNSTORABLE.sub(' ', html)}</div>".encode(), parser)
    return tuple(_blocks(_flow(root, Run(""))))


def _flow(element: Any, like: Run, depth: int = 0) -> Flow:
    """What the children of an element say, one after the other.

    :param like: how the words are written that stand here.
    """
    if depth > DEEPEST:
        yield replace(like, text=" ".join(element.itertext()))
        return
    yield replace(like, text=element.text or "")
    for child in element:
        yield from _child(child, like, depth + 1)
        yield replace(like, text=child.tail or "")


def _child(child: Any, like: Run, depth: int) -> Flow:
    tag = child.tag
    if tag == "br":
        yield Mark.BREAK
    elif tag in LISTS:
        yield from _listing(child, like, depth)
    elif tag == "table":
        yield from _table(child, like, depth)
    elif tag in EDGES:
        yield Mark.EDGE
        yield from _flow(child, like, depth)
        yield Mark.EDGE
    elif isinstance(tag, str) and tag not in SILENT:
        strong, em = like.strong or tag in STRONG, like.em or tag in EM
        yield from _flow(child, replace(like, strong=strong, em=em), depth)


def _blocks(flow: Flow) -> Iterator[Block]:
    """A flow as blocks: words outside of every block make a paragraph."""
    lines = Lines()
    for found in flow:
        if isinstance(found, Run):
            lines.add(found)
        elif found is Mark.BREAK:
            lines.end_line()
        else:
            yield from lines.taken()
            if not isinstance(found, Mark):
                yield found
    yield from lines.taken()


def _parts(flow: Flow) -> Parts:
    """A flow within an item or a cell: its paragraphs become lines, its tables too."""
    lines, parts = Lines(), list[Paragraph | Listing]()
    for found in flow:
        if isinstance(found, Run):
            lines.add(found)
        elif found is Mark.BREAK:
            lines.end_line()
        elif found is Mark.EDGE:
            lines.begin_afresh()
        elif isinstance(found, Table):
            for run in _words(found):
                lines.begin_afresh()
                lines.add(run)
            lines.begin_afresh()
        else:
            parts += [*lines.taken(), found]
    return (*parts, *lines.taken())


def _words(table: Table) -> Iterator[Run]:
    """The cells of a table that cannot be one, in order."""
    for row in (*table.head, *table.body):
        for cell in row:
            yield from _runs(cell.parts)


def _runs(parts: Parts) -> Iterator[Run]:
    for part in parts:
        if isinstance(part, Listing):
            for item in part.items:
                yield from _runs(item)
        else:
            for line in part.lines:
                yield from line


def _listing(element: Any, like: Run, depth: int) -> Flow:
    """A list; a list that stands in it beside the items belongs to the item before."""
    items: list[Parts] = []

    def add(flow: Flow) -> None:
        if said := _parts(flow):
            items.append(said)

    add(iter([replace(like, text=element.text or "")]))
    for child in element:
        if child.tag in LISTS and items:
            items[-1] += _parts(_listing(child, like, depth + 1))
        elif child.tag == "li":
            add(_flow(child, like, depth + 1))
        else:
            add(_child(child, like, depth + 1))
        add(iter([replace(like, text=child.tail or "")]))
    if items:
        yield Listing(LISTS[element.tag], tuple(items))


def _table(element: Any, like: Run, depth: int) -> Flow:
    """A table; what stands in it outside of every row comes before it."""
    head, body = list[Row](), list[Row]()
    yield Mark.EDGE
    yield from _rows(element, like, depth, head, body)
    yield Mark.EDGE
    if head or body:
        yield Table(tuple(head), tuple(body))


def _rows(element: Any, like: Run, depth: int, head: list[Row], rows: list[Row]) -> Flow:
    """Put the rows of a table, or a part of it, where they belong; answers what is no row."""
    yield replace(like, text=element.text or "")
    for child in element:
        if child.tag == "tr":
            cells = tuple(_cells(child, like, depth + 1))
            rows += [cells] if cells else []
        elif child.tag in SECTIONS:
            yield Mark.EDGE
            into = head if child.tag == "thead" else rows
            yield from _rows(child, like, depth + 1, head, into)
        else:
            yield from _child(child, like, depth + 1)
        yield replace(like, text=child.tail or "")


def _cells(row: Any, like: Run, depth: int) -> Iterator[Cell]:
    """The cells of a row; what stands between them has one of its own."""
    yield from _stray(iter([replace(like, text=row.text or "")]))
    for child in row:
        if child.tag in CELLS:
            yield Cell(child.tag == "th", _parts(_flow(child, like, depth + 1)))
        else:
            yield from _stray(_child(child, like, depth + 1))
        yield from _stray(iter([replace(like, text=child.tail or "")]))


def _stray(flow: Flow) -> Iterator[Cell]:
    if parts := _parts(flow):
        yield Cell(False, parts)
