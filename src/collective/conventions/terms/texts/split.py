"""A document as the parts of a convention's text: nothing of it is lost, nothing is said twice.

Only what makes a heading a heading is not kept: the word "article" and the sign after its number.
"""

from collections.abc import Iterator
from collections.abc import Sequence
from collective.conventions.terms.texts import marks
from collective.conventions.terms.texts.body import body_of
from collective.conventions.terms.texts.borders import borders
from collective.conventions.terms.texts.folding import fold
from collective.conventions.terms.texts.headings import Heading
from collective.conventions.terms.texts.headings import headings
from collective.conventions.terms.texts.paragraph import Paragraph
from collective.conventions.terms.texts.text import Part
from collective.conventions.terms.texts.text import Text
import re


_UNFINISHED = re.compile(
    r"(?:\b(?:entre|de|du|des|la|le|l|et|au|aux|a|en|tussen|van|und|zwischen)|[,'-])$"
)


def split(paragraphs: Sequence[Paragraph]) -> Text:
    """Return the parts of a document: heading, parties, preamble, articles, signatures.

    A part that the document does not have is left out. A document without any border is one
    article without number.
    """
    paragraphs = [one for one in paragraphs if one.whole.strip()]
    found = headings(paragraphs)
    at = borders(paragraphs, found)
    articles = [one for one in found if at.articles <= one.at < at.signatures]
    if not articles and at.parties == at.preamble == at.articles:
        parts = [Part("article", body=body_of(paragraphs[: at.signatures]))]
    else:
        parts = [
            _heading(paragraphs[: at.parties]),
            Part("parties", body=body_of(paragraphs[at.parties : at.preamble])),
            _preamble(paragraphs[at.preamble : at.articles]),
            *_articles(paragraphs, articles, at.articles, at.signatures),
        ]
    parts.append(Part("signatures", body=body_of(paragraphs[at.signatures :])))
    return tuple(part for part in parts if part.number or part.title or part.body)


def _heading(paragraphs: Sequence[Paragraph]) -> Part:
    """The heading: its title is what it begins with, over as many lines as that takes."""
    end = 1
    while end < len(paragraphs) and _continues(paragraphs[end - 1], paragraphs[end]):
        end += 1
    title = " ".join(_words(paragraph) for paragraph in paragraphs[:end])
    return Part("heading", title=title, body=body_of(paragraphs[end:]))


def _continues(line: Paragraph, following: Paragraph) -> bool:
    text, more = line.text.strip(), following.text.strip()
    if following.style == "row" or line.style != following.style:
        return False
    if _UNFINISHED.search(fold(text)) or more[:1].islower():
        return True
    return text.isupper() and more.isupper()


def _preamble(paragraphs: Sequence[Paragraph]) -> Part:
    titled = paragraphs and marks.PREAMBLE_TITLE.match(fold(paragraphs[0].text))
    if titled:
        return Part("preamble", title=_words(paragraphs[0]), body=body_of(paragraphs[1:]))
    return Part("preamble", body=body_of(paragraphs))


def _articles(
    paragraphs: Sequence[Paragraph], found: Sequence[Heading], start: int, end: int
) -> Iterator[Part]:
    if not found:
        yield Part("article", body=body_of(paragraphs[start:end]))
    for position, heading in enumerate(found):
        stop = found[position + 1].at if position + 1 < len(found) else end
        text = [heading.text] if heading.text is not None else []
        body = body_of([*text, *paragraphs[heading.end : stop]])
        yield Part("article", number=heading.number, title=heading.title, body=body)


def _words(paragraph: Paragraph) -> str:
    """What a paragraph says, its marker included, on one line."""
    return " ".join(paragraph.whole.split())
