"""The decree as files: HTML, PDF and DOCX, each with every language in which there is one."""

from collections.abc import Callable
from collective.conventions import _
from collective.conventions.documents.decree.page import html
from collective.conventions.documents.decree.paper import paper_of
from collective.conventions.documents.decree.sheet import Sheet
from collective.conventions.documents.decree.sheet import sheets_of
from collective.conventions.documents.rendering.docx import docx
from collective.conventions.documents.rendering.pdf import laid_out
from collective.conventions.interfaces import NotFound
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class File:
    """A file to save: its name, its media type and its bytes."""

    name: str
    kind: str
    data: bytes


def _html(sheets: tuple[Sheet, ...], title: str, beside: bool) -> bytes:
    return html(sheets, title, beside).encode()


def _pdf(sheets: tuple[Sheet, ...], title: str, beside: bool) -> bytes:
    return laid_out(html(sheets, title, beside))


def _docx(sheets: tuple[Sheet, ...], title: str, beside: bool) -> bytes:
    return docx(paper_of(sheets, title))


#: What a decree can be made into: ending → media type, and how.
ENDINGS: dict[str, tuple[str, Callable[[tuple[Sheet, ...], str, bool], bytes]]] = {
    "html": ("text/html; charset=utf-8", _html),
    "pdf": ("application/pdf", _pdf),
    "docx": (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        _docx,
    ),
}


def file_of(convention: Any, ending: str, beside: bool = False) -> File:
    """The decree of a convention as a file.

    :param ending: one of ``ENDINGS``.
    :param beside: two languages in two columns; a DOCX file always has one after the other, so
        that it can be edited.
    :raises NotFound: no decree is written yet, or there is no such file.
    :raises UnprocessableEntity: no party has a council.
    :raises ServiceUnavailable: the server lacks the library that lays out text.
    """
    sheets = sheets_of(convention)
    if not sheets or ending not in ENDINGS:
        raise NotFound(_("No decree is written yet. Please draft it first."))
    kind, make = ENDINGS[ending]
    return File(f"decree.{ending}", kind, make(sheets, convention.title, beside))
