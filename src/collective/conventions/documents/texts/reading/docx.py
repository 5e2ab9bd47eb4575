"""DOCX: paragraphs with their styles and the numbers Word counts, tables, text boxes."""

from collections.abc import Iterator
from collective.conventions.documents.texts.reading.limits import broken
from collective.conventions.documents.texts.reading.limits import opened
from collective.conventions.documents.texts.reading.lines import paragraph as plain_paragraph
from collective.conventions.documents.texts.reading.numbering import BULLET
from collective.conventions.documents.texts.reading.numbering import Numbering
from collective.conventions.documents.texts.reading.xml import member
from collective.conventions.terms.texts import marks
from collective.conventions.terms.texts.folding import fold
from collective.conventions.terms.texts.paragraph import Paragraph
from collective.conventions.terms.texts.paragraph import Run
from dataclasses import replace
from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run as WordRun
from io import BytesIO
from typing import Any
import re


#: What is on the page though it is not the text any more, or is the same text twice.
_SKIPPED = frozenset({qn("w:del"), qn("w:moveFrom"), qn("w:pPr")})
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIGNS = {
    qn("w:tab"): "\t",
    qn("w:br"): "\n",
    qn("w:cr"): "\n",
    qn("w:noBreakHyphen"): "-",
}
_HEADING = re.compile(r"(?:heading|titre|title|kop|berschrift|subtitle)", re.IGNORECASE)


def docx_paragraphs(data: bytes) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a Word document; headers, footers and notes are left out.

    :raises BadRequest: the file is damaged or a bomb.
    """
    with opened(data) as packed:
        for name in ("word/document.xml", "word/numbering.xml", "word/styles.xml"):
            member(packed, name)
    try:
        document = Document(BytesIO(data))
    except (KeyError, ValueError, AttributeError, SyntaxError):
        raise broken()
    return tuple(_Reader(document).read(document.element.body))


class _Reader:
    def __init__(self, document: Any) -> None:
        self._document = document
        self._numbering = Numbering(document)

    def read(self, element: Any) -> Iterator[Paragraph]:
        """Yield what stands in an element, in order."""
        for child in element.iterchildren():
            if child.tag == qn("w:p"):
                yield from self._paragraph(child)
            elif child.tag == qn("w:tbl"):
                yield from self._table(child)
            elif child.tag not in _SKIPPED and child.tag != _FALLBACK:
                yield from self.read(child)

    def _paragraph(self, element: Any) -> Iterator[Paragraph]:
        word = WordParagraph(element, self._document)
        style = word.style.name if word.style is not None else ""
        heading = "heading" if _HEADING.search(style or "") or _outlined(element) else ""
        level = int(found.group()) - 1 if (found := re.search(r"\d", style or "")) else 0
        label = self._numbering.label(element, word.style)
        runs = tuple(_runs(element, self._document))
        if "".join(run.text for run in runs).strip():
            yield from _labelled(_broken_up(runs), label, heading, level)
        for box in element.iter(qn("w:txbxContent")):
            if not any(parent.tag == _FALLBACK for parent in box.iterancestors()):
                yield from self.read(box)

    def _table(self, element: Any) -> Iterator[Paragraph]:
        for row in element.iter(qn("w:tr")):
            if next(row.iterancestors(qn("w:tbl"))) is not element:
                continue
            cells = [_cell(self.read(cell)) for cell in row.iter(qn("w:tc")) if _of(cell, row)]
            if len(cells) == 1:
                # A frame around paragraphs: no table to who reads it.
                yield from (plain_paragraph(line) for line in cells[0].splitlines() if line)
            elif any(cells):
                yield Paragraph.row(cells)


def _labelled(
    lines: list[tuple[Run, ...]], label: tuple[str, int] | None, heading: str, level: int
) -> Iterator[Paragraph]:
    """Yield the lines of a paragraph; what Word counts before it stands where a reader sees it."""
    first = Paragraph(lines[0], heading, level)
    if label is None:
        read = plain_paragraph(first.text) if not heading else first
        if read.style == "item" and first.text.rstrip().endswith(read.text):
            start = first.text.rstrip().rindex(read.text)
            read = replace(first.between(start), style="item", level=read.level, marker=read.marker)
            yield read
        else:
            yield replace(first, style=heading or read.style)
    elif label[0] == BULLET:
        yield replace(first, style="item", level=label[1], marker="-")
    elif heading or marks.ARTICLE.match(fold(f"{label[0]} ")) or re.search(r"\d\.\d", label[0]):
        numbered = (Run(f"{label[0]}\t"), *first.runs)
        inner = re.search(r"\d\.\d", label[0]) and len(first.text) <= 100
        yield replace(first, runs=numbered, style=heading or ("heading" if inner else ""))
    else:
        yield replace(first, style="item", level=label[1], marker=label[0])
    for line in lines[1:]:
        yield Paragraph(line, heading, level)


def _runs(element: Any, document: Any) -> Iterator[Run]:
    for child in element.iterchildren():
        if child.tag == qn("w:r"):
            text = "".join(_text(child))
            run = WordRun(child, document)
            if text:
                yield Run(text, bool(run.bold), bool(run.italic))
        elif child.tag not in _SKIPPED and child.tag != _FALLBACK:
            yield from _runs(child, document)


def _text(run: Any) -> Iterator[str]:
    for child in run.iterchildren():
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]


def _broken_up(runs: tuple[Run, ...]) -> list[tuple[Run, ...]]:
    """The lines of a paragraph, without empty ones."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        lines[-1].append(replace(run, text=first))
        lines.extend([replace(run, text=other)] for other in others)
    return [tuple(line) for line in lines if "".join(run.text for run in line).strip()]


def _cell(paragraphs: Iterator[Paragraph]) -> str:
    return "\n".join(" ".join(one.whole.split()) for one in paragraphs)


def _of(cell: Any, row: Any) -> bool:
    return next(cell.iterancestors(qn("w:tr"))) is row


def _outlined(element: Any) -> bool:
    found = element.find(f"{qn('w:pPr')}/{qn('w:outlineLvl')}")
    return found is not None and found.get(qn("w:val")) != "9"
