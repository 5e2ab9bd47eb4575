"""From blocks to HTML: the same blocks always give the same text."""

from collections.abc import Iterable
from collective.conventions.markup.blocks import Block
from collective.conventions.markup.blocks import Cell
from collective.conventions.markup.blocks import Listing
from collective.conventions.markup.blocks import Paragraph
from collective.conventions.markup.blocks import Parts
from collective.conventions.markup.blocks import Row
from collective.conventions.markup.blocks import Run
from html import escape


def write(blocks: Iterable[Block]) -> str:
    """The HTML of ``blocks``: elements of ``terms.texts.text.ELEMENTS``, without an attribute."""
    return "".join(_block(block) for block in blocks)


def _block(block: Block) -> str:
    if isinstance(block, Paragraph):
        return _element("p", _lines(block))
    if isinstance(block, Listing):
        return _listing(block)
    head = _element("thead", "".join(map(_row, block.head))) if block.head else ""
    body = _element("tbody", "".join(map(_row, block.body))) if block.body else ""
    return _element("table", head + body)


def _listing(listing: Listing) -> str:
    items = "".join(_element("li", _parts(item)) for item in listing.items)
    return _element("ol" if listing.ordered else "ul", items)


def _row(row: Row) -> str:
    return _element("tr", "".join(map(_cell, row)))


def _cell(cell: Cell) -> str:
    return _element("th" if cell.head else "td", _parts(cell.parts))


def _parts(parts: Parts) -> str:
    """Paragraphs in an item or a cell stand there bare; a list parts them."""
    return "".join(
        _lines(part) if isinstance(part, Paragraph) else _listing(part) for part in parts
    )


def _lines(paragraph: Paragraph) -> str:
    return "<br>".join("".join(map(_run, line)) for line in paragraph.lines)


def _run(run: Run) -> str:
    text = escape(run.text, quote=False)
    text = _element("em", text) if run.em else text
    return _element("strong", text) if run.strong else text


def _element(name: str, content: str) -> str:
    return f"<{name}>{content}</{name}>"
