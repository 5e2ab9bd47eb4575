"""The decree as one HTML page that holds all it needs, for reading and for paper."""

from chameleon import PageTemplateFile
from collections.abc import Sequence
from collective.conventions.documents.decree.blocks import Block
from collective.conventions.documents.decree.blocks import blocks_of
from collective.conventions.documents.decree.sheet import Sheet
from datetime import date
from functools import cache
from lxml.html import fragments_fromstring
from lxml.html import tostring
from pathlib import Path


HERE = Path(__file__).parent
#: The day of a decree whose sitting is not planned yet: the same decree is always the same file.
UNDATED = date(2000, 1, 1)


def html(sheets: Sequence[Sheet], title: str, beside: bool = False) -> str:
    """The page of a decree.

    :param sheets: one for each language; one at least.
    :param title: what the page is called: the convention.
    :param beside: two languages in two columns, paragraph by paragraph, instead of one language
        after the other.
    """
    columns = tuple(blocks_of(sheet) for sheet in sheets)
    paired = beside and len(sheets) > 1
    return str(
        _template()(
            sheets=sheets,
            title=title,
            columns=columns,
            rows=_rows(columns) if paired else (),
            made=f"{(sheets[0].day or UNDATED).isoformat()}T00:00:00Z",
            style=(HERE / "page.css").read_text(encoding="utf-8"),
        )
    )


def _rows(columns: Sequence[tuple[Block, ...]]) -> list[tuple[Block, ...]]:
    """The blocks that stand beside each other; their paragraphs too, where each has its like."""
    found: list[tuple[Block, ...]] = []
    for row in zip(*columns, strict=True):
        pieces = [_pieces(block) for block in row]
        alike = len({len(one) for one in pieces}) == 1 and not row[0].label
        found += zip(*pieces, strict=True) if alike else [row]
    return [row for row in found if any(block.body for block in row)]


def _pieces(block: Block) -> list[Block]:
    """The paragraphs and lists of a block, each as a block of its own."""
    pieces = fragments_fromstring(block.body) if block.body else []
    return [Block(block.kind, tostring(one, encoding="unicode", with_tail=False)) for one in pieces]


@cache
def _template() -> PageTemplateFile:
    return PageTemplateFile(str(HERE / "page.pt"))
