"""Whether a paper says what a text says: the words of a signed PDF beside those approved."""

from collections import Counter
from collections.abc import Iterator
from collections.abc import Sequence
from collective.conventions.terms.texts.stream import Stream
from collective.conventions.terms.texts.stream import stream
from collective.conventions.terms.texts.text import Part
from collective.conventions.terms.texts.text import plain
from collective.conventions.terms.texts.text import Text
from dataclasses import dataclass
import re


#: So many lines at the top and at the foot of a page may repeat on the others.
EDGE = 4
#: A line of so many signs is found wherever it stands; a shorter one only if it comes next.
LONG = 24
NEAR = 200
#: What a paper may set before the number of an article.
BEFORE_NUMBER = ("", "article", "art", "artikel")
_MARK = re.compile(r"\d{1,2}|[a-z]|[ivx]{1,4}")


@dataclass(frozen=True)
class Difference:
    """A place where the paper says something else.

    :ivar place: the part of the text (``Part.label``); empty before the first.
    :ivar approved: what the text says there and the paper does not; may be empty.
    :ivar paper: what the paper says there and the text does not; may be empty.
    """

    place: str
    approved: str
    paper: str


@dataclass(frozen=True)
class _Line:
    """A line of the text: its part, its words and their signs.

    One of ``numbers`` stands before it, where there are any; before one that is ``marked``, as in a
    list, a mark may stand.
    """

    part: Part
    words: str
    signs: str
    numbers: tuple[str, ...]
    marked: bool


def differences(text: Text, pages: Sequence[str]) -> tuple[Difference, ...]:
    """Return where the words on the ``pages`` are not those of the text, in the order of the text.

    Left alone are: what repeats at the edge of the pages, what stands before the first and after
    the last words of the text, the words of a heading around its number, and marks of lists.
    """
    lines = list(_lines(text))
    # A line of the text itself may repeat at the edge of pages: then nothing is to be cut off.
    tries = (stream("\n".join(found)) for found in (_without_edges(pages), pages))
    return min((tuple(_compared(lines, paper)) for paper in tries), key=len)


def _compared(lines: list[_Line], paper: Stream) -> Iterator[Difference]:
    position, missing, place = 0, list[_Line](), ""
    for line in lines:
        found = _found(line, paper, position)
        if found < 0:
            missing.append(line)
            continue
        before = _before(line, paper.signs[position:found])
        between = paper.passage(position, found - (before or 0))
        if missing:
            yield _left_out(missing, between)
        elif before is None:
            yield Difference(line.part.label, line.part.number, between if place else "")
        elif between and place:
            yield Difference(place, "", between)
        position, missing, place = found + len(line.signs), [], line.part.label
    if missing:
        yield _left_out(missing, paper.passage(position, len(paper.signs)))


def _left_out(missing: list[_Line], paper: str) -> Difference:
    return Difference(missing[0].part.label, " ".join(line.words for line in missing), paper)


def _before(line: _Line, between: str) -> int | None:
    """How many signs just before a line are its number or mark; ``None``: it lacks its number."""
    if line.numbers:
        return max((len(one) for one in line.numbers if between.endswith(one)), default=None)
    return len(between) if line.marked and _MARK.fullmatch(between) else 0


def _found(line: _Line, paper: Stream, position: int) -> int:
    if len(line.signs) >= LONG:
        return paper.signs.find(line.signs, position)
    return paper.signs.find(line.signs, position, position + NEAR + len(line.signs))


def _lines(text: Text) -> Iterator[_Line]:
    """The title of each part and the lines of its body; the first of them follows its number."""
    for part in text:
        number = stream(part.number).signs
        numbers = tuple(f"{word}{number}" for word in BEFORE_NUMBER) if number else ()
        marked = "<li>" in part.body
        for words in (part.title, *plain(part.body).split("\n")):
            if signs := stream(words).signs:
                yield _Line(part, words, signs, numbers, marked and words is not part.title)
                numbers = ()


def _without_edges(pages: Sequence[str]) -> Iterator[str]:
    """The pages without the lines that repeat at their top or foot; numbers in them may differ."""
    cut = [[line for line in page.splitlines() if line.strip()] for page in pages]
    times = Counter(mask for lines in cut for mask in {_mask(line) for line in _edge(lines)})
    repeated = {mask for mask, count in times.items() if count > 1 and count * 2 >= len(pages)}
    for lines in cut:
        first, last = EDGE, len(lines) - EDGE
        yield "\n".join(
            line
            for number, line in enumerate(lines)
            if first <= number < last or _mask(line) not in repeated
        )


def _edge(lines: list[str]) -> list[str]:
    return [*lines[:EDGE], *lines[-EDGE:]]


def _mask(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.split()))
