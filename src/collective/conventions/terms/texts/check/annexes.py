"""Annexes: cited and not there, there and not cited (W11)."""

from collections.abc import Iterator
from collective.conventions.terms.texts.check.context import Context
from collective.conventions.terms.texts.check.context import KnownAnnex
from collective.conventions.terms.texts.check.counting import counted
from collective.conventions.terms.texts.check.flaw import Flaw
from collective.conventions.terms.texts.check.flaw import place
from collective.conventions.terms.texts.check.piece import Piece
from collective.conventions.terms.texts.check.piece import pieces
from collective.conventions.terms.texts.check.spelling import folded
from collective.conventions.terms.texts.text import Text
from itertools import pairwise
import re


_NUMBER = r"\d{1,2}(?:bis|ter)?\b|[IVX]{1,5}\b|[A-H]\b(?!['’])"
_CITED = re.compile(
    rf"\b(?i:annexes?|bijlagen?|anlagen?|anhang|anhänge|beilagen?|appendix|annex)\s*"
    rf"(?:n[°ro]\.?\s*)?((?:{_NUMBER})(?:\s*(?:,|et|à|en|tot|und|bis|&)\s*(?:{_NUMBER}))*)"
)
_ONE = re.compile(_NUMBER)
_RANGE = re.compile(r"\s*(?:à|tot|bis)\s*", re.IGNORECASE)
#: "In annex", with no number behind it.
_SOMEWHERE = re.compile(
    r"\b(?:ci-annexée?s?|(?:en|à l['’]) ?annexe(?! à| d| n|\s*\d)|(?:in|als) bijlage(?! van|\s*\d)"
    r"|beigefügte\w* anlage|in der anlage|im anhang)\b",
    re.IGNORECASE,
)


def annexes(text: Text, context: Context) -> Iterator[Flaw]:
    """Yield what the citations of annexes and the annexes themselves have against each other.

    Where nobody knows which annexes there are, nothing is said.
    """
    if context.annexes is None or not text:
        return
    cited: set[str] = set()
    for piece in pieces(text):
        for number, start, end in _citations(piece):
            first = number not in cited
            cited.add(number)
            if first and number not in map(_key_of, context.annexes):
                # With an annex that bears no number, nobody can be sure that it is not this one.
                unnumbered = any(not annex.number.strip() for annex in context.annexes)
                severity = "warning" if unnumbered else "severe"
                yield piece.flaw("annex_missing", severity, start, end, number=number)
    yield from _none_there(text, context, cited)
    yield from _uncited(text, context.annexes, cited)


def _citations(piece: Piece) -> Iterator[tuple[str, int, int]]:
    """The number of each annex that is cited, with the span of the citation."""
    for match in _CITED.finditer(piece.text):
        ones = list(_ONE.finditer(piece.text, match.start(1), match.end(1)))
        for one in ones:
            start = match.start() if one is ones[0] else one.start()
            yield _key(one[0]), start, one.end()
        for before, after in pairwise(ones):
            if _RANGE.fullmatch(piece.text, before.end(), after.start()):
                for number in _between(before[0], after[0]):
                    yield number, before.start(), after.end()


def _between(first: str, last: str) -> Iterator[str]:
    one, other = counted(first), counted(last)
    if one is not None and other is not None:
        yield from (str(number) for number in range(one[0] + 1, min(other[0], 100)))


def _none_there(text: Text, context: Context, cited: set[str]) -> Iterator[Flaw]:
    """An annex cited without a number, where there is no annex at all."""
    if context.annexes or cited:
        return
    for piece in pieces(text):
        if match := _SOMEWHERE.search(piece.text):
            yield piece.flaw("annex_none", "warning", *match.span())
            return


def _uncited(text: Text, there: tuple[KnownAnnex, ...], cited: set[str]) -> Iterator[Flaw]:
    words = folded(" ".join(piece.text for piece in pieces(text)))
    somewhere = any(_SOMEWHERE.search(piece.text) for piece in pieces(text))
    for annex in there:
        by_title = len(annex.title) > 3 and folded(annex.title) in words
        if _key_of(annex) in cited or by_title:
            continue
        # "In annex" may well mean this one.
        severity = "hint" if somewhere or not annex.number.strip() else "warning"
        last = len(text) - 1
        where = place(last, text[last].part, text[last].number, "body", "", 0, 0)
        params = {"number": annex.number.strip() or "–", "title": annex.title}
        yield Flaw("annex_uncited", severity, where, params)


def _key_of(annex: KnownAnnex) -> str:
    return _key(annex.number) if annex.number.strip() else ""


def _key(number: str) -> str:
    """One text for a number: "II" and "2" are the same, and "annexe 2" as it may be typed."""
    words = re.sub(r"^\s*(?:annexe|bijlage|anlage|annex)\s*", "", number, flags=re.IGNORECASE)
    count = counted(words)
    return f"{count[0]}{count[1]}" if count is not None else words.strip().upper()
