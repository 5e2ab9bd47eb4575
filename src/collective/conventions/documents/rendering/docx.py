"""A paper as a file that Word and LibreOffice open, with real headings, lists and page numbers."""

from collective.conventions import _
from collective.conventions.documents.rendering.page import heading_of
from collective.conventions.documents.rendering.page import pairs
from collective.conventions.documents.rendering.paper import Paper
from collective.conventions.documents.rendering.paper import Side
from collective.conventions.documents.rendering.paper import Signer
from collective.conventions.documents.rendering.word.frame import add_frame
from collective.conventions.documents.rendering.word.lists import Lists
from collective.conventions.documents.rendering.word.nodes import node
from collective.conventions.documents.rendering.word.settling import settled
from collective.conventions.documents.rendering.word.styles import dress
from collective.conventions.documents.rendering.word.writing import Writer
from collective.conventions.documents.rendering.wording import Wording
from collective.conventions.markup.read import read
from datetime import datetime
from datetime import time
from docx import Document
from io import BytesIO
from typing import Any


#: Where something is written by hand.
LINE, SHORT_LINE = "\u2026" * 24, "\u2026" * 12
#: When a file was made that has no day of its own: the format asks for one.
UNDATED = datetime(2000, 1, 1)


def docx(paper: Paper) -> bytes:
    """A paper as a DOCX file; the same paper always gives the same bytes."""
    document, say = Document(), Wording(paper.language)
    dress(document, paper.language)
    add_frame(document, paper, say)
    _add_head(document, paper, say)
    writer = Writer(document, Lists(document))
    for part in paper.text:
        title = " \u2013 ".join(filter(None, heading_of(part, say)))
        if title and part.part != "heading":
            document.add_paragraph(title, style="Heading 1")
        writer.add(read(part.body), "Subtitle" if part.part == "heading" else "Body Text")
    for pair in pairs(paper.sides):
        _add_pair(document, pair, say)
    return _saved(document, paper)


def _add_head(document: Any, paper: Paper, say: Wording) -> None:
    """Who writes to whom, what it is called, and under what it is filed."""
    for lines, style in ((paper.letterhead, "Letterhead"), (paper.addressee, "Addressee")):
        for number, line in enumerate(lines):
            document.add_paragraph(style=style).add_run(line).bold = number == 0
    for line, style in ((paper.place_and_day, "Day"), (paper.kicker, "Kicker")):
        if line:
            document.add_paragraph(line, style=style)
    document.add_paragraph(paper.heading, style="Title")
    colon = "\u00a0: " if say.language == "fr" else ": "
    for label, value in paper.facts:
        document.add_paragraph(f"{label}{colon}", style="Fact").add_run(value).bold = True


def _add_pair(document: Any, pair: tuple[Side, ...], say: Wording) -> None:
    """One or two parties beside each other, on one page."""
    row = document.add_table(rows=1, cols=2).rows[0]
    row._tr.get_or_add_trPr().append(node("w:cantSplit"))
    for cell, side in zip(row.cells, pair, strict=False):
        cell.paragraphs[0].style = "Signature Party"
        cell.paragraphs[0].add_run(side.party)
        for signer in side.signers:
            for line in _lines_of(signer, say):
                cell.add_paragraph(line, style="Signature Line")
    document.add_paragraph(style="Signature Line")


def _lines_of(signer: Signer, say: Wording) -> list[str]:
    """What stands where a person signs, from top to bottom."""
    by = say.t(_("by delegation")) if signer.by_delegation else ""
    day = say.day(signer.signed) if signer.signed else SHORT_LINE
    capacity = ", ".join(filter(None, (signer.capacity, by)))
    date = say.t(_("Date"))
    return [capacity, "", "", LINE, signer.name, f"{date} {day}"]


def _saved(document: Any, paper: Paper) -> bytes:
    told, kept = document.core_properties, BytesIO()
    told.title, told.author, told.language = paper.title, paper.author, paper.language
    told.created = told.modified = datetime.combine(paper.made, time()) if paper.made else UNDATED
    told.last_modified_by, told.comments, told.revision = paper.author, "", 1
    document.save(kept)
    return settled(kept.getvalue())
