"""A file as paragraphs, whatever it is."""

from collections.abc import Callable
from collective.conventions import _
from collective.conventions.documents.texts.reading.docx import docx_paragraphs
from collective.conventions.documents.texts.reading.kinds import decoded
from collective.conventions.documents.texts.reading.kinds import kind_of
from collective.conventions.documents.texts.reading.limits import MOST_CHARACTERS
from collective.conventions.documents.texts.reading.limits import refuse_large
from collective.conventions.documents.texts.reading.markdown import markdown_paragraphs
from collective.conventions.documents.texts.reading.odt import odt_paragraphs
from collective.conventions.documents.texts.reading.pdf import pdf_paragraphs
from collective.conventions.documents.texts.reading.plain import plain_paragraphs
from collective.conventions.interfaces import BadRequest
from collective.conventions.terms.texts.paragraph import Paragraph


Paragraphs = tuple[Paragraph, ...]

_BINARY: dict[str, Callable[[bytes], Paragraphs]] = {
    "docx": docx_paragraphs,
    "odt": odt_paragraphs,
    "pdf": pdf_paragraphs,
}
_TEXT: dict[str, Callable[[str], Paragraphs]] = {
    "markdown": markdown_paragraphs,
    "plain": plain_paragraphs,
}


def paragraphs_of(data: bytes) -> Paragraphs:
    """Return the paragraphs of a file; what kind of file it is, its bytes say.

    :raises BadRequest: it is none of those that are read, damaged, too large, or without text.
    """
    refuse_large(data)
    kind = kind_of(data)
    if not kind:
        raise BadRequest(
            _("This file is no text that can be read: send DOCX, ODT, PDF, Markdown or plain text.")
        )
    text = decoded(data) or ""
    found = _BINARY[kind](data) if kind in _BINARY else _TEXT[kind](text)
    if sum(len(one.text) for one in found) > MOST_CHARACTERS:
        raise BadRequest(_("This file holds far more text than a convention has."))
    if not any(one.whole.strip() for one in found):
        raise BadRequest(_("This file holds no text."))
    return found
