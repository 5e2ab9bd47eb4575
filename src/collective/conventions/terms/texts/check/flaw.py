"""One thing that is wrong with a text: what, how grave, where, and what it was compared with."""

from collections.abc import Mapping
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.findings import known
from dataclasses import dataclass
from dataclasses import field
from hashlib import sha256


#: How grave it is: it blocks the signature; somebody should look; it may well be meant so.
SEVERITIES = ("severe", "warning", "hint")

#: How many characters of the text are quoted on each side of the words, to find them by.
AROUND = 30
#: How long the key of a finding may be.
LONGEST = 200


@dataclass(frozen=True)
class Place:
    """Where in a text: the part by its ``index`` from 0, its kind and number.

    ``column`` is "number", "title" or "body"; ``start`` and ``end`` count the characters of that
    column's plain text, the end excluded; ``words`` are those characters and ``line`` what
    surrounds them.
    """

    index: int
    part: str
    number: str
    column: str
    start: int
    end: int
    words: str
    line: str


@dataclass(frozen=True)
class Flaw:
    """A finding about a text.

    ``code`` is one of ``findings.CODES``, ``severity`` one of ``SEVERITIES``; ``params`` are the
    values of the sentence's placeholders, dates as ISO text and amounts with a dot.

    :raises ValueError: for a code that is not declared.
    """

    code: str
    severity: str
    place: Place
    params: Mapping[str, str | int] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        known(self.code)

    @property
    def finding(self) -> Finding:
        """The same for whoever speaks in findings: the row is the part's."""
        return Finding(self.code, "text", self.params, self.place.index, self.place.column)

    @property
    def key(self) -> str:
        """What names this finding as long as its passage and what it is compared with stay.

        An exception is kept under it: another passage, or another value in the data, is another
        finding.
        """
        where = f"{self.place.part} {self.place.number}".rstrip()
        data = self.params.get("data")
        compared = f" ≠ {data}" if data is not None else ""
        return _short(f"{where}: {self.place.line}{compared}")


def _short(text: str) -> str:
    """A text of at most ``LONGEST`` signs, another one for another text."""
    if len(text) <= LONGEST:
        return text
    mark = sha256(text.encode()).hexdigest()[:16]
    return f"{text[: LONGEST - len(mark) - 2]}… {mark}"


def place(
    index: int, part: str, number: str, column: str, text: str, start: int = 0, end: int = -1
) -> Place:
    """Return the place of ``text[start:end]`` within one column of a part; all of it by default."""
    last = len(text) if end < 0 else end
    line = " ".join(text[max(0, start - AROUND) : last + AROUND].split())
    return Place(index, part, number, column, start, last, text[start:last], line)
