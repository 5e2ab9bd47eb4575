"""Where the parts of a text begin."""

from collections.abc import Callable
from collections.abc import Sequence
from collective.conventions.terms.texts import marks
from collective.conventions.terms.texts.folding import fold
from collective.conventions.terms.texts.headings import Heading
from collective.conventions.terms.texts.paragraph import Paragraph
from dataclasses import dataclass


#: Lines that announce annexes or signatures stand so near the end, without a heading after them.
_SIGNATORIES = 2


@dataclass(frozen=True)
class Borders:
    """The position of the first paragraph of each part; one that is not there begins where the
    next does, so that parts are the slices between them.
    """

    parties: int
    preamble: int
    articles: int
    signatures: int


def borders(paragraphs: Sequence[Paragraph], headings: Sequence[Heading]) -> Borders:
    """Return where the parts begin in a document whose articles have these ``headings``."""
    folded = [fold(paragraph.text) for paragraph in paragraphs]
    for heading in headings:
        folded[heading.at : heading.end] = [""] * (heading.end - heading.at)
    begun = headings[0].at if headings else None
    end = _signatures(folded, begun or 0)
    before = end if begun is None or begun > end else begun
    parties = _parties(folded[:before])
    opening = _preamble(folded[:before], 0 if parties is None else parties + 1)
    preamble = before if opening is None else opening
    return Borders(preamble if parties is None else parties, preamble, before, end)


def _parties(folded: Sequence[str]) -> int | None:
    found = _first(folded, lambda text: bool(marks.PARTIES.match(text)))
    if found is not None:
        return found
    return _first(folded, lambda text: bool(marks.ACTING.search(text)))


def _preamble(folded: Sequence[str], start: int) -> int | None:
    found = _first(folded, lambda text: bool(marks.PREAMBLE.match(text)), start)
    if found is not None:
        return found
    return _first(folded, lambda text: bool(marks.AGREED.search(text)), start)


def _signatures(folded: Sequence[str], start: int) -> int:
    """Where the closing begins: "Done at …", else who signs, else a list of annexes, else never."""
    found = _first(folded, lambda text: bool(marks.SIGNED.match(text)), start)
    if found is not None:
        return found
    signing = [at for at in range(start, len(folded)) if marks.FOR.match(folded[at])]
    if len(signing) >= _SIGNATORIES:
        return signing[-_SIGNATORIES]
    annexes = [at for at in range(start, len(folded)) if _announces(folded[at])]
    return annexes[0] if annexes else len(folded)


def _announces(text: str) -> bool:
    return bool(marks.ANNEXES.match(text)) and len(text) <= 100


def _first(texts: Sequence[str], holds: Callable[[str], bool], start: int = 0) -> int | None:
    return next((at for at in range(start, len(texts)) if holds(texts[at])), None)
