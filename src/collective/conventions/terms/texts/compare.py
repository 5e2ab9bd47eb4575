"""Two texts side by side, article by article, word by word."""

from collections.abc import Iterator
from collections.abc import Sequence
from collective.conventions.terms.texts.pairing import moved
from collective.conventions.terms.texts.pairing import pairs
from collective.conventions.terms.texts.text import Part
from collective.conventions.terms.texts.text import plain
from collective.conventions.terms.texts.text import Text
from dataclasses import dataclass
from difflib import SequenceMatcher
import re


#: What may have become of a part. Only its number is another where it is "renumbered".
STATUSES = ("same", "renumbered", "changed", "added", "removed")

_WORD = re.compile(r"\S+|\s+")


@dataclass(frozen=True)
class Run:
    """Words that stand in both texts ("same"), in the earlier ("removed") or later ("added") one.

    White space belongs to the words: the runs of one text joined are that text.
    """

    what: str
    text: str


@dataclass(frozen=True)
class Compared:
    """A part in both texts, or in one of them.

    ``before`` and ``after`` are its positions in the two texts, None where it is not; ``heading``
    holds the runs of number and title, ``body`` those of the plain text, a line break between
    paragraphs; ``moved`` tells that it stands elsewhere among the parts that stayed.
    """

    status: str
    part: str
    before: int | None
    after: int | None
    heading: tuple[Run, ...]
    body: tuple[Run, ...]
    moved: bool = False


def compare(before: Text, after: Text) -> tuple[Compared, ...]:
    """Return every part of both texts once.

    They are in the order of ``after``; what was removed stands where it was.
    """
    found = pairs(before, after)
    elsewhere = moved(found)
    removed = [old for old in range(len(before)) if old not in set(found.values())]
    result: list[Compared] = []
    for position, part in enumerate(after):
        old = found.get(position)
        if old is None:
            result.append(_one_sided("added", part, None, position))
            continue
        while position not in elsewhere and removed and removed[0] < old:
            gone = removed.pop(0)
            result.append(_one_sided("removed", before[gone], gone, None))
        result.append(_both(before, after, old, position, position in elsewhere))
    result += (_one_sided("removed", before[old], old, None) for old in removed)
    return tuple(result)


def differs(compared: Sequence[Compared]) -> bool:
    """Tell whether the two texts differ at all."""
    return any(one.status != "same" or one.moved for one in compared)


def runs(before: str, after: str) -> tuple[Run, ...]:
    """Return what was removed from and added to a text, word by word.

    Lines are matched before words, so that the time grows with the length and not its square.
    """
    return tuple(_joined([run for run in _runs(before, after) if run.text]))


def _runs(before: str, after: str) -> Iterator[Run]:
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for tag, first, last, start, stop in matcher.get_opcodes():
        left, right = "".join(old[first:last]), "".join(new[start:stop])
        if tag == "equal":
            yield Run("same", left)
        elif tag == "replace":
            yield from _words(left, right)
        else:
            yield from (Run("removed", left), Run("added", right))


def _words(before: str, after: str) -> Iterator[Run]:
    old, new = _WORD.findall(before), _WORD.findall(after)
    matcher = SequenceMatcher(str.isspace, old, new, autojunk=False)
    for tag, first, last, start, stop in matcher.get_opcodes():
        left, right = "".join(old[first:last]), "".join(new[start:stop])
        if tag == "equal":
            yield Run("same", left)
        else:
            yield from (Run("removed", left), Run("added", right))


def _joined(found: Sequence[Run]) -> Iterator[Run]:
    """Join runs of one kind, and changes that only a space parts: words read better than scraps."""
    pending = {"same": "", "removed": "", "added": ""}
    for at, run in enumerate(found):
        if run.what != "same":
            yield from _flushed(pending, "same")
            pending[run.what] += run.text
        elif _between_changes(found, at):
            pending["removed"] += run.text
            pending["added"] += run.text
        else:
            yield from _flushed(pending, "removed", "added")
            pending["same"] += run.text
    yield from _flushed(pending, *pending)


def _between_changes(found: Sequence[Run], at: int) -> bool:
    text, beside = found[at].text, found[max(0, at - 1) : at + 2]
    return text.isspace() and "\n" not in text and sum(run.what != "same" for run in beside) == 2


def _flushed(pending: dict[str, str], *kinds: str) -> Iterator[Run]:
    for kind in kinds:
        if pending[kind]:
            yield Run(kind, pending[kind])
            pending[kind] = ""


def _one_sided(status: str, part: Part, before: int | None, after: int | None) -> Compared:
    heading = (Run(status, _heading(part)),) if _heading(part) else ()
    body = (Run(status, plain(part.body)),) if plain(part.body) else ()
    return Compared(status, part.part, before, after, heading, body)


def _both(before: Text, after: Text, old: int, new: int, elsewhere: bool) -> Compared:
    left, right = before[old], after[new]
    heading = runs(_heading(left), _heading(right))
    body = runs(plain(left.body), plain(right.body))
    if any(run.what != "same" for run in body) or left.title != right.title:
        status = "changed"
    else:
        status = "same" if left.number == right.number else "renumbered"
    return Compared(status, right.part, old, new, heading, body, elsewhere)


def _heading(part: Part) -> str:
    return f"{part.number} {part.title}".strip()
