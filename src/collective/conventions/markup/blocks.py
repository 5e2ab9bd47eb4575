"""What a text is made of once its HTML is read: paragraphs, lists and tables of plain words."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Run:
    """Words that are written alike; ``text`` holds no markup and no line break."""

    text: str
    strong: bool = False
    em: bool = False


#: The runs of one line, in order.
Line = tuple[Run, ...]


@dataclass(frozen=True)
class Paragraph:
    """Lines that a ``<br>`` parts."""

    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Listing:
    """A list, with numbers where it is ``ordered``; what each item says, and the lists in it."""

    ordered: bool
    items: "tuple[Parts, ...]"


#: What an item of a list or a cell of a table holds.
Parts = tuple[Paragraph | Listing, ...]


@dataclass(frozen=True)
class Cell:
    """A cell of a table; ``head`` where it names its row or column."""

    head: bool
    parts: Parts = ()


Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """A table: the rows of its head, then the others."""

    head: tuple[Row, ...]
    body: tuple[Row, ...]


Block = Paragraph | Listing | Table
