"""Whether a paper says what a text says: the words of a signed PDF beside those approved."""

from collections.abc import Iterator
from collections.abc import Sequence
from collective.conventions.terms.texts.furniture import Furnishing
from collective.conventions.terms.texts.furniture import furniture
from collective.conventions.terms.texts.furniture import without
from collective.conventions.terms.texts.stream import Stream
from collective.conventions.terms.texts.stream import stream
from collective.conventions.terms.texts.text import Part
from collective.conventions.terms.texts.text import plain
from collective.conventions.terms.texts.text import Text
from dataclasses import dataclass
from itertools import groupby
import re


#: A line of so many signs is found wherever it stands; a shorter one only if it comes next.
LONG = 24
NEAR = 200
#: What a paper may set before the number of an article.
BEFORE_NUMBER = ("", "article", "art", "artikel")
_HEAD = re.compile(r"<thead>.*?</thead>", re.DOTALL)
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
    list, a mark may stand. ``heads`` are those of tables of its part, which pages repeat.
    """

    part: Part
    words: str
    signs: str
    numbers: tuple[str, ...]
    marked: bool
    heads: tuple[str, ...] = ()


def differences(text: Text, pages: Sequence[str]) -> tuple[Difference, ...]:
    """Return where the words on the ``pages`` are not those of the text, in the order of the text.

    Left alone are: what repeats at the edge of the pages, what stands before the first and after
    the last words of the text, the words of a heading around its number, and marks of lists.
    """
    lines = list(_lines(text))
    dropped = frozenset(furniture(pages))
    best = _reading(lines, pages, dropped)
    # What repeats may be words of the text itself, on one page or on all: those are put back.
    for some in (*_of_the_text(lines, dropped), dropped):
        if not best:
            break
        other = _reading(lines, pages, dropped - some)
        if _weight(other) < _weight(best):
            best, dropped = other, dropped - some
    return best


def _reading(
    lines: list[_Line], pages: Sequence[str], dropped: frozenset[Furnishing]
) -> tuple[Difference, ...]:
    """The differences if what is dropped is no part of the text."""
    return tuple(_compared(lines, stream(without(pages, dropped))))


def _weight(found: Sequence[Difference]) -> int:
    return sum(len(one.approved) + len(one.paper) for one in found)


def _of_the_text(
    lines: list[_Line], dropped: frozenset[Furnishing]
) -> Iterator[frozenset[Furnishing]]:
    """Furniture that the text says too: of each kind that of the first page, then all of it."""
    said = "".join(f"{max(line.numbers, key=len, default='')}{line.signs}" for line in lines)
    ordered = sorted(dropped, key=lambda one: (one.edge, one.mask, one.page))
    for _kind, found in groupby(ordered, key=lambda one: (one.edge, one.mask)):
        alike = tuple(found)
        if any(stream(one.words).signs in said for one in alike):
            yield frozenset(alike[:1])
            yield frozenset(alike)


def _compared(lines: list[_Line], paper: Stream) -> Iterator[Difference]:
    position, missing, place = 0, list[_Line](), ""
    for line in lines:
        found = _found(line, paper, position)
        if found < 0:
            missing.append(line)
            continue
        if not place:
            found = _below_the_title(line, paper, found)
        before = _before(line, paper.signs[position:found])
        between = paper.passage(position, found - (before or 0))
        if missing:
            yield _left_out(missing, between)
        elif before is None:
            yield Difference(line.part.label, line.part.number, between if place else "")
        elif between and place and stream(between).signs not in line.heads:
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


def _below_the_title(line: _Line, paper: Stream, found: int) -> int:
    """Where the first line is said again at once: the paper may bear its words as a title."""
    end = found + len(line.signs)
    for number in (*line.numbers, ""):
        if paper.signs.startswith(number + line.signs, end):
            return end + len(number)
    return found


def _lines(text: Text) -> Iterator[_Line]:
    """The title of each part and the lines of its body; the first of them follows its number."""
    for part in text:
        number = stream(part.number).signs
        numbers = tuple(f"{word}{number}" for word in BEFORE_NUMBER) if number else ()
        marked = "<li>" in part.body
        heads = tuple(stream(plain(head)).signs for head in _HEAD.findall(part.body))
        for words in (part.title, *plain(part.body).split("\n")):
            if signs := stream(words).signs:
                listed = marked and words is not part.title
                yield _Line(part, words, signs, numbers, listed, heads)
                numbers = ()
