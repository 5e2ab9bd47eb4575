"""The paper of a convention as a file: PDF, DOCX or HTML; one original, or all of them."""

from collections.abc import Callable
from collective.conventions import _
from collective.conventions.documents.rendering.consolidated import consolidated
from collective.conventions.documents.rendering.convention import all_originals
from collective.conventions.documents.rendering.convention import original
from collective.conventions.documents.rendering.convention import paper_of
from collective.conventions.documents.rendering.docx import docx
from collective.conventions.documents.rendering.page import screen_page
from collective.conventions.documents.rendering.paper import Paper
from collective.conventions.documents.rendering.pdf import pdf
from collective.conventions.interfaces import BadRequest
from collective.conventions.terms.findings import Finding
from dataclasses import dataclass
from datetime import date
from typing import Any


#: What is asked for in the place of the number of an original.
ALL = "all"


@dataclass(frozen=True)
class File:
    """A file to send or keep: its name, its media type and its bytes."""

    name: str
    kind: str
    data: bytes


@dataclass(frozen=True)
class Format:
    """A format: the media type of its files, and how a paper becomes one."""

    kind: str
    make: Callable[[Paper], bytes]


FORMATS: dict[str, Format] = {
    "pdf": Format("application/pdf", pdf),
    "docx": Format("application/vnd.openxmlformats-officedocument.wordprocessingml.document", docx),
    "html": Format("text/html; charset=utf-8", lambda paper: screen_page(paper).encode()),
}


def file_of(convention: Any, name: str, which: str = "", at: date | None = None) -> File:
    """The paper of a convention as a file.

    :param name: one of ``FORMATS``.
    :param which: the number of an original, from 1; ``ALL`` for all of them in one PDF; a copy
        that is none where it is empty.
    :param at: the day of a consolidated text; only the text that was signed has originals.
    :raises BadRequest: there is no such format, or no such choice in it.
    :raises NotFound: there is no such original, or no text yet.
    :raises ServiceUnavailable: the server lacks the library that lays out text.
    """
    if name not in FORMATS:
        raise _refusal("format", name)
    if at is not None:
        if which:
            raise BadRequest(_("There is no such paper."), [Finding("original_of_day", "original")])
        paper = consolidated(convention, at)
        return File(f"{paper.file_name}.{name}", FORMATS[name].kind, FORMATS[name].make(paper))
    if which == ALL and name == "pdf":
        papers = all_originals(convention)
        file_name = papers[0].file_name.removesuffix("-1")
        return File(f"{file_name}.pdf", FORMATS["pdf"].kind, pdf(papers))
    if which and not (which.isascii() and which.isdigit() and len(which) < 4):
        raise _refusal("original", which)
    paper = original(convention, int(which)) if which else paper_of(convention)
    return File(f"{paper.file_name}.{name}", FORMATS[name].kind, FORMATS[name].make(paper))


def _refusal(field: str, value: str) -> BadRequest:
    found = Finding("unknown_choice", field, {"value": value[:100]})
    return BadRequest(_("There is no such paper."), [found])
