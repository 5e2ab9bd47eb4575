"""Which paragraphs begin an article, with its number, its title, and where its text begins."""

from collections.abc import Iterator
from collections.abc import Sequence
from collective.conventions.terms.texts import marks
from collective.conventions.terms.texts.folding import fold
from collective.conventions.terms.texts.paragraph import Paragraph
from dataclasses import dataclass
import re


_LONGEST_TITLE = 120
#: A title has no verb; what has one is the article's text.
_VERB = re.compile(
    r"\b(?:est|sont|ont|peut|peuvent|doit|doivent|sera|seront|prend|entre en|s'engage\w*"
    r"|conviennent|dispose|porte|vise|paie|is|zijn|kan|kunnen|moet|wordt|worden|heeft|ist|sind|wird|werden|kann"
    r"|hat|verpflichte\w*)\b"
)
_RUN_IN = re.compile(r"(?P<title>[^.:;]{2,60}?)\s*(?:\.\s*-|\s-\s|:|\.)\s+(?=[^\s])")
#: What is never the title of a number that stands alone before it.
_BORDERS = (marks.DIVISION, marks.SIGNED, marks.FOR, marks.ANNEXES)
_ENDED = (".", ";", ",", ":", "?", "!")
_WORTH = dict(zip("ivxlc", (1, 5, 10, 50, 100), strict=True))


@dataclass(frozen=True)
class Heading:
    """The heading of an article.

    :ivar at: the position of its paragraph; :ivar end: of the first one that is no more of it.
    :ivar text: what stands in its paragraph after the title.
    """

    at: int
    end: int
    number: str
    title: str
    text: Paragraph | None = None


def headings(paragraphs: Sequence[Paragraph]) -> tuple[Heading, ...]:
    """Return the headings of the articles; the best evidence a document has decides.

    The word "article" first; without it numbers that count up before titles; without those the
    headings of the word processor.
    """
    named = tuple(_named(paragraphs))
    if any(heading.number for heading in named):
        return _apart(_without_inner(named))
    return _apart(tuple(_counted(paragraphs))) or tuple(_styled(paragraphs))


def _named(paragraphs: Sequence[Paragraph]) -> Iterator[Heading]:
    for at, paragraph in enumerate(paragraphs):
        folded = fold(paragraph.text)
        if paragraph.style == "row" or marks.CONTENTS.search(folded):
            continue
        if marks.DIVISION.match(folded) and not folded.rstrip().endswith(_ENDED):
            yield Heading(at, at + 1, "", _tidy(paragraph.text))
        elif (found := marks.ARTICLE.match(folded)) and _begins(paragraph, found):
            yield _heading(paragraphs, at, found)


def _begins(paragraph: Paragraph, found: re.Match[str]) -> bool:
    """Whether "article 3" at the beginning of a paragraph is a heading, not a reference."""
    text, rest = paragraph.text, paragraph.text[found.end() :]
    first = text.lstrip()[:1]
    if first.islower():
        return False
    if not rest or found["separator"] or "\t" in found.group() or paragraph.style == "heading":
        return True
    title = len(rest) <= _LONGEST_TITLE and not rest.rstrip().endswith(_ENDED)
    return title and (rest[0].isupper() or paragraph.strong)


def _heading(paragraphs: Sequence[Paragraph], at: int, found: re.Match[str]) -> Heading:
    paragraph = paragraphs[at]
    number = _number(
        paragraph.text[found.start("number") : found.end("suffix")]
        if found["suffix"]
        else paragraph.text[slice(*found.span("number"))]
    )
    rest = paragraph.between(found.end())
    following = paragraphs[at + 1] if at + 1 < len(paragraphs) else None
    if not rest.text.strip():
        if following is not None and _titles(following, paragraphs[at + 2 : at + 3]):
            return Heading(at, at + 2, number, _tidy(following.whole))
        return Heading(at, at + 1, number, "")
    begins = _title_end(rest, following)
    text = rest.between(begins) if begins < len(rest.text) else None
    title = _tidy(rest.text[:begins]).rstrip(" -–—") if begins else ""
    return Heading(at, at + 1, number, title, text)


def _title_end(rest: Paragraph, following: Paragraph | None) -> int:
    """Where the text begins after a title on the same line: 0 when all of it is text."""
    folded = fold(rest.text)
    verb = _VERB.search(folded) is not None
    if rest.style == "heading" and len(folded) <= 2 * _LONGEST_TITLE:
        return len(folded)
    if len(folded) <= _LONGEST_TITLE and not verb:
        lone = not folded.rstrip().endswith((".", ";"))
        if lone or (following is not None and not _is_article(following)):
            return len(folded)
    found = _RUN_IN.match(folded)
    if found and not _VERB.search(found["title"]) and len(found["title"].split()) <= 8:
        return found.end()
    return (
        0 if verb or len(folded) > _LONGEST_TITLE or folded.rstrip().endswith(".") else len(folded)
    )


def _titles(paragraph: Paragraph, after: Sequence[Paragraph]) -> bool:
    """Whether a paragraph after a lone number is the title: short, unfinished, before a text."""
    text = paragraph.text.strip()
    if paragraph.style in ("item", "row") or not text or text[0].islower():
        return False
    if _is_article(paragraph) or any(rule.match(fold(text)) for rule in _BORDERS):
        return False
    if paragraph.style == "heading" or paragraph.strong:
        return True
    short = len(text) <= 80 and not text.endswith(_ENDED) and not _VERB.search(fold(text))
    return short and bool(after) and not _is_article(after[0])


def _is_article(paragraph: Paragraph) -> bool:
    found = marks.ARTICLE.match(fold(paragraph.text))
    return found is not None and _begins(paragraph, found)


def _without_inner(found: Sequence[Heading]) -> tuple[Heading, ...]:
    """Leave out "Article 2.1" inside article 2: it stays in the body of that one."""
    kept: list[Heading] = []
    for heading in found:
        inside = kept and kept[-1].number and heading.number.startswith(f"{kept[-1].number}.")
        if not inside:
            kept.append(heading)
    return tuple(kept)


def _apart(found: Sequence[Heading]) -> tuple[Heading, ...]:
    """Leave out what another heading has taken as its title."""
    kept: list[Heading] = []
    for heading in found:
        if not kept or heading.at >= kept[-1].end:
            kept.append(heading)
    return tuple(kept)


def _counted(paragraphs: Sequence[Paragraph]) -> Iterator[Heading]:
    """Yield the titles that are numbered 1, 2, 3 …, without the word "article"."""
    found = [(at, match) for at in range(len(paragraphs)) if (match := _count(paragraphs, at))]
    expected = [ordinal(match["number"]) for _at, match in found]
    if len(found) < 2 or expected[0] != 1:
        return
    last = 0
    for (at, match), number in zip(found, expected, strict=True):
        if last <= number <= last + 2 and number:
            last = number
            whole = Paragraph.of(paragraphs[at].whole, "heading")
            lone = [*paragraphs[:at], whole, *paragraphs[at + 1 :]]
            yield _heading(lone, at, match)


def _count(paragraphs: Sequence[Paragraph], at: int) -> re.Match[str] | None:
    paragraph = paragraphs[at]
    folded = fold(paragraph.whole)
    found = marks.COUNTED.match(folded)
    if found is None or paragraph.style == "row" or marks.CONTENTS.search(folded):
        return None
    if paragraph.whole[:1].islower():
        return None
    rest = paragraph.whole[found.end() :].strip()
    if not rest:
        after = paragraphs[at + 1 : at + 3]
        return found if len(after) == 2 and _titles(after[0], after[1:]) else None
    look = paragraph.style == "heading" or paragraph.strong or rest.isupper()
    plain = len(rest) <= 80 and not rest.endswith(_ENDED) and not _VERB.search(fold(rest))
    follows = at + 1 < len(paragraphs) and paragraphs[at + 1].style != "item"
    return found if look or (plain and follows and rest[0].isupper()) else None


def _styled(paragraphs: Sequence[Paragraph]) -> Iterator[Heading]:
    """Yield what the word processor calls a heading, in a document that numbers nothing."""
    levels = [paragraph.level for paragraph in paragraphs if paragraph.style == "heading"]
    common = max(sorted(set(levels)), key=levels.count, default=0)
    for at, paragraph in enumerate(paragraphs):
        if paragraph.style == "heading" and paragraph.level == common and levels.count(common) > 1:
            yield Heading(at, at + 1, "", _tidy(paragraph.whole))


def ordinal(number: str) -> int:
    """Return the value of an ordinal, Roman or not; 0 for a word."""
    digits = re.match(r"\d+", number)
    if digits:
        return int(digits.group())
    values = [_WORTH.get(letter, 0) for letter in number.lower()]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-one if one < after else one for one, after in pairs) if all(values) else 0


def _number(written: str) -> str:
    """The number as it is written; a small L that a scan made of a one is a one."""
    return "1" if written.strip() == "l" else " ".join(written.split())


def _tidy(text: str) -> str:
    return " ".join(text.split())
