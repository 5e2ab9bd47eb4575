"""PDF with text: lines of the pages put together again. A scan has no text and is refused."""

from collections.abc import Iterator
from collective.conventions import _
from collective.conventions.documents.texts.reading.limits import broken
from collective.conventions.documents.texts.reading.limits import MOST_CHARACTERS
from collective.conventions.documents.texts.reading.limits import MOST_PAGES
from collective.conventions.documents.texts.reading.plain import plain_paragraphs
from collective.conventions.interfaces import BadRequest
from collective.conventions.terms.texts.paragraph import Paragraph
from io import BytesIO
from pypdf import PdfReader
from pypdf.errors import PyPdfError
import re


#: Letters that a page has at least, on average, when it is not a picture.
_LETTERS = 25
_PAGE_NUMBER = re.compile(
    r"\s*(?:page|pagina|seite|p\.)?\s*-?\s*\d{1,3}\s*(?:(?:/|sur|de|van|von)\s*\d{1,3})?\s*-?\s*",
    re.IGNORECASE,
)
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "\xad": ""})


def pdf_paragraphs(data: bytes) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a PDF; the numbers of its pages are left out.

    :raises BadRequest: it is damaged, protected, too long, or holds pictures of pages only.
    """
    pages = list(_pages(data))
    letters = sum(character.isalpha() for page in pages for character in page)
    if letters < _LETTERS * max(len(pages), 1):
        raise BadRequest(
            _(
                "This PDF holds no text, only pictures of its pages: it is a scan. Please have it "
                "read by a program for text recognition first, or take the file it was made from."
            )
        )
    return plain_paragraphs("\n".join(_without_number(page) for page in pages))


def _pages(data: bytes) -> Iterator[str]:
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise BadRequest(_("This file is protected by a password. Please save it without one."))
        if len(reader.pages) > MOST_PAGES:
            raise BadRequest(
                _("This PDF has more than ${pages} pages.", mapping={"pages": MOST_PAGES})
            )
        read = 0
        for page in reader.pages:
            text = page.extract_text().translate(_LIGATURES)
            read += len(text)
            if read > MOST_CHARACTERS:
                raise BadRequest(_("This file holds far more text than a convention has."))
            yield text
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError):
        raise broken()


def _without_number(page: str) -> str:
    """A page without the number at its top or bottom."""
    lines = page.rstrip().split("\n")
    if len(lines) > 1 and _PAGE_NUMBER.fullmatch(lines[-1]):
        lines.pop()
    if len(lines) > 1 and _PAGE_NUMBER.fullmatch(lines[0]):
        lines.pop(0)
    return "\n".join(line.rstrip() for line in lines)
