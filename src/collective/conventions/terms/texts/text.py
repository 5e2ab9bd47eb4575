"""The text of a convention: its heading, parties, preamble, articles and signatures, in order."""

from dataclasses import dataclass
from functools import lru_cache
from html.parser import HTMLParser


#: The kinds of parts, in the order in which a convention has them.
PARTS = ("heading", "parties", "preamble", "article", "signatures")

#: The only elements of a body. None has an attribute.
ELEMENTS = frozenset(
    {"p", "ol", "ul", "li", "strong", "em", "br", "table", "thead", "tbody", "tr", "th", "td"}
)

#: What begins on a line of its own when a body is read as plain text.
_BLOCKS = frozenset({"p", "ol", "ul", "li", "br", "table", "thead", "tbody", "tr"})
_CELLS = frozenset({"th", "td"})


@dataclass(frozen=True)
class Part:
    """One part of a text.

    :ivar part: one of ``PARTS``.
    :ivar number: of an article, as it is written: "3", "9bis", "IV"; empty for the other parts.
    :ivar title: what the heading says beside the number: "Durée".
    :ivar body: HTML of the ``ELEMENTS`` alone, without attributes, escaped.
    :ivar clause: where it was taken from, "<model id>@<version>"; empty for own wording.
    """

    part: str
    number: str = ""
    title: str = ""
    body: str = ""
    clause: str = ""

    @property
    def label(self) -> str:
        """What names it among the others: "article 9bis", "preamble"; the same twice may be."""
        return f"{self.part} {self.number}".rstrip()


Text = tuple[Part, ...]


@dataclass(frozen=True)
class Line:
    """A line of a body: ``depth`` lists deep, the first one of a list's ``item`` or not."""

    text: str
    depth: int
    item: bool


@lru_cache(maxsize=1024)
def lines(body: str) -> tuple[Line, ...]:
    """Return a body line by line: each paragraph, item and row of a table, its cells by tabs."""
    reader = _Reader()
    reader.feed(body)
    reader.close()
    reader.end()
    return tuple(reader.found)


def plain(body: str) -> str:
    """Return a body without markup, its ``lines`` one below the other."""
    return "\n".join(line.text for line in lines(body))


def words(body: str) -> tuple[str, ...]:
    """Return the words of a body in order, as they are written, punctuation included."""
    return tuple(plain(body).split())


class _Reader(HTMLParser):
    """Keeps the text of a body, with the breaks its elements stand for."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Line] = []
        self._text: list[str] = []
        self._depth = 0
        self._item = False
        self._cells = 0

    def end(self) -> None:
        """End the line that is read, if anything stands in it."""
        cells = (" ".join(cell.split()) for cell in "".join(self._text).split("\t"))
        text = "\t".join(cells).rstrip("\t")
        self._text = []
        if text:
            self.found.append(Line(text, self._depth, self._item))
            self._item = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _CELLS:
            self._text.append("\t" if self._cells else "")
            self._cells += 1
        elif tag in _BLOCKS:
            self._break(tag)
            self._depth += tag == "li"
            self._item = self._item or tag == "li"

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCKS:
            self._break(tag)
            self._depth -= tag == "li" and self._depth > 0
            self._item = self._item and tag != "li"

    def handle_data(self, data: str) -> None:
        # A line break or a tab of the source is no more than a space in HTML.
        self._text.append(data.replace("\t", " ").replace("\n", " "))

    def _break(self, tag: str) -> None:
        """A row is one line, whatever its cells hold."""
        self._cells = 0 if tag == "tr" else self._cells
        if self._cells:
            self._text.append(" ")
        else:
            self.end()
