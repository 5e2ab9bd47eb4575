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


@lru_cache(maxsize=1024)
def plain(body: str) -> str:
    """Return a body without markup: one line for each paragraph, item and row, cells by tabs."""
    reader = _Reader()
    reader.feed(body)
    reader.close()
    lines = (_tidy(line) for line in "".join(reader.found).split("\n"))
    return "\n".join(line for line in lines if line)


def words(body: str) -> tuple[str, ...]:
    """Return the words of a body in order, as they are written, punctuation included."""
    return tuple(plain(body).split())


def _tidy(line: str) -> str:
    cells = (" ".join(cell.split()) for cell in line.split("\t"))
    return "\t".join(cells).rstrip("\t")


class _Reader(HTMLParser):
    """Keeps the text of a body, with the breaks its elements stand for."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self._cells = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _CELLS:
            self.found.append("\t" if self._cells else "")
            self._cells += 1
        elif tag in _BLOCKS:
            self._cells = 0 if tag == "tr" else self._cells
            self.found.append(" " if self._cells else "\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "tr":
            self._cells = 0
        if tag in _BLOCKS:
            self.found.append(" " if self._cells else "\n")

    def handle_data(self, data: str) -> None:
        # A line break or a tab of the source is no more than a space in HTML.
        self.found.append(data.replace("\t", " ").replace("\n", " "))
