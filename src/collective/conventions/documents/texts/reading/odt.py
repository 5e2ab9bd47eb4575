"""ODT: headings, paragraphs, lists and tables of a LibreOffice text."""

from collections.abc import Iterator
from collective.conventions.documents.texts.reading.limits import broken
from collective.conventions.documents.texts.reading.limits import opened
from collective.conventions.documents.texts.reading.lines import paragraph as plain_paragraph
from collective.conventions.documents.texts.reading.xml import member
from collective.conventions.terms.texts.paragraph import Paragraph
from collective.conventions.terms.texts.paragraph import Run
from dataclasses import replace
from typing import Any


_NAMES = {
    "fo": "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
    "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
    "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
}


def _q(name: str) -> str:
    prefix, local = name.split(":")
    return f"{{{_NAMES[prefix]}}}{local}"


_SKIPPED = frozenset(
    map(_q, ("text:tracked-changes", "text:note", "office:annotation", "text:sequence-decls"))
)


def odt_paragraphs(data: bytes) -> tuple[Paragraph, ...]:
    """Return the paragraphs of an OpenDocument text; notes and comments are left out.

    :raises BadRequest: the file is damaged or a bomb.
    """
    with opened(data) as packed:
        content = member(packed, "content.xml")
        styles = member(packed, "styles.xml")
    body = None if content is None else content.find(".//office:text", _NAMES)
    if body is None:
        raise broken()
    roots = [root for root in (styles, content) if root is not None]
    return tuple(_Reader(roots).read(body))


class _Reader:
    def __init__(self, roots: list[Any]) -> None:
        self._looks: dict[str, tuple[bool, bool]] = {}
        self._numbered: dict[str, set[int]] = {}
        for root in roots:
            for style in root.iter(_q("style:style")):
                self._looks[style.get(_q("style:name"), "")] = _look(style)
            for kind in root.iter(_q("text:list-style")):
                levels = kind.iter(_q("text:list-level-style-number"))
                self._numbered[kind.get(_q("style:name"), "")] = {
                    int(level.get(_q("text:level"), "1")) for level in levels
                }

    def read(self, element: Any) -> Iterator[Paragraph]:
        """Yield what stands in an element, in order."""
        for child in element.iterchildren("*"):
            if child.tag in (_q("text:p"), _q("text:h")):
                yield from self._paragraph(child)
            elif child.tag == _q("text:list"):
                yield from self._list(child, 0, child.get(_q("text:style-name"), ""))
            elif child.tag == _q("table:table"):
                yield from self._table(child)
            elif child.tag not in _SKIPPED:
                yield from self.read(child)

    def _paragraph(self, element: Any) -> Iterator[Paragraph]:
        heading = element.tag == _q("text:h")
        level = int(element.get(_q("text:outline-level"), "1")) - 1 if heading else 0
        look = self._looks.get(element.get(_q("text:style-name"), ""), (False, False))
        for runs in _lines(self._runs(element, look)):
            found = Paragraph(runs, "heading" if heading else "", level)
            read = found if heading else plain_paragraph(found.text)
            if read.style == "item" and found.text.rstrip().endswith(read.text):
                start = found.text.rstrip().rindex(read.text)
                found = replace(found.between(start), level=read.level, marker=read.marker)
            yield replace(found, style=read.style)

    def _list(self, element: Any, level: int, style: str) -> Iterator[Paragraph]:
        numbered = level + 1 in self._numbered.get(style, set())
        count = int(element.get(_q("text:start-value"), "1")) - 1
        for item in element.iterchildren("*"):
            count += item.tag == _q("text:list-item")
            marker = f"{item.get(_q('text:start-value'), count)}." if numbered else "-"
            for child in item.iterchildren("*"):
                if child.tag == _q("text:list"):
                    yield from self._list(child, level + 1, style)
                    continue
                for found in self._paragraph(child):
                    if found.style == "heading" and numbered:
                        yield replace(found, runs=(Run(f"{marker}\t"), *found.runs))
                    elif marker and not found.style:
                        yield replace(found, style="item", level=level, marker=marker)
                    else:
                        yield found
                    marker = ""

    def _table(self, element: Any) -> Iterator[Paragraph]:
        for row in element.iter(_q("table:table-row")):
            cells = [_cell(self.read(cell)) for cell in row.iterchildren(_q("table:table-cell"))]
            if len(cells) == 1:
                yield from (plain_paragraph(line) for line in cells[0].splitlines() if line)
            elif any(cells):
                yield Paragraph.row(cells)

    def _runs(self, element: Any, look: tuple[bool, bool]) -> Iterator[Run]:
        yield Run(element.text or "", *look)
        for child in element.iterchildren("*"):
            if child.tag == _q("text:s"):
                yield Run(" " * min(int(child.get(_q("text:c"), "1")), 100), *look)
            elif child.tag == _q("text:tab"):
                yield Run("\t", *look)
            elif child.tag == _q("text:line-break"):
                yield Run("\n", *look)
            elif child.tag not in _SKIPPED:
                own = self._looks.get(child.get(_q("text:style-name"), ""), (False, False))
                yield from self._runs(child, (look[0] or own[0], look[1] or own[1]))
            yield Run(child.tail or "", *look)


def _look(style: Any) -> tuple[bool, bool]:
    properties = style.find("style:text-properties", _NAMES)
    if properties is None:
        return False, False
    bold = properties.get(_q("fo:font-weight")) == "bold"
    return bold, properties.get(_q("fo:font-style")) == "italic"


def _lines(runs: Iterator[Run]) -> list[tuple[Run, ...]]:
    """The lines of a paragraph, without empty ones."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        first, *others = run.text.split("\n")
        lines[-1].append(replace(run, text=first))
        lines.extend([replace(run, text=other)] for other in others)
    kept = [tuple(run for run in line if run.text) for line in lines]
    return [line for line in kept if "".join(run.text for run in line).strip()]


def _cell(paragraphs: Iterator[Paragraph]) -> str:
    return "\n".join(" ".join(one.whole.split()) for one in paragraphs)
