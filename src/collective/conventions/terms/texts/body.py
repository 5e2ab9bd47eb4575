"""Paragraphs as the body of a part: lists, tables and paragraphs of the HTML that is allowed."""

from collections.abc import Sequence
from collective.conventions.terms.texts.paragraph import Paragraph
from collective.conventions.terms.texts.paragraph import Run
from html import escape
from itertools import pairwise
import re


_COUNTED = re.compile(r"(\d{1,3})[.)°]?")
_BULLETS = frozenset("-•*–—·oe")


def body_of(paragraphs: Sequence[Paragraph]) -> str:
    """Return the HTML of paragraphs; every word of them stands in it once, in order.

    A numbered list keeps the numbers it was read with: as a list if they count from one on, even
    around other paragraphs, else written out.
    """
    found: list[str] = []
    at = 0
    while at < len(paragraphs):
        html, at = _block(paragraphs, at)
        found.append(html)
    return "".join(found)


def inline(runs: Sequence[Run]) -> str:
    """Return runs as HTML: bold and italics kept, spaces made single."""
    return re.sub(r"\s+", " ", "".join(_run(run) for run in runs)).strip()


def _block(paragraphs: Sequence[Paragraph], at: int) -> tuple[str, int]:
    """The HTML of what begins at a position, and where it ends."""
    first = paragraphs[at]
    if first.style == "row":
        return _table(paragraphs, at)
    if first.style == "item" and _number(first) is None and first.marker in _BULLETS:
        return _bullets(paragraphs, at)
    if _number(first) == 1 and len(starts := _chain(paragraphs, at)) > 1:
        return _numbered(paragraphs, starts)
    return _paragraph(first), at + 1


def _paragraph(paragraph: Paragraph) -> str:
    words = inline((Run(f"{paragraph.marker} "), *paragraph.runs))
    if paragraph.style == "heading" and not any(run.strong for run in paragraph.runs):
        words = f"<strong>{words}</strong>"
    return f"<p>{words}</p>" if words else ""


def _bullets(paragraphs: Sequence[Paragraph], at: int) -> tuple[str, int]:
    level, items = paragraphs[at].level, []
    while at < len(paragraphs) and _bullet_of(paragraphs[at], level):
        end = at + 1
        while end < len(paragraphs) and _under(paragraphs[end], level):
            end += 1
        items.append(_item(paragraphs, at, end))
        at = end
    return f"<ul>{''.join(items)}</ul>", at


def _numbered(paragraphs: Sequence[Paragraph], starts: Sequence[int]) -> tuple[str, int]:
    end, level = starts[-1] + 1, paragraphs[starts[0]].level
    while end < len(paragraphs) and _belongs(paragraphs[end], level):
        end += 1
    borders = (*starts, end)
    items = (_item(paragraphs, a, b) for a, b in pairwise(borders))
    return f"<ol>{''.join(items)}</ol>", end


def _belongs(paragraph: Paragraph, level: int) -> bool:
    """Whether a paragraph after the last item of a numbered list stands inside that item."""
    counted = _number(paragraph) is not None
    return paragraph.style == "item" and (paragraph.level > level or not counted)


def _chain(paragraphs: Sequence[Paragraph], at: int) -> list[int]:
    """Where the items 1, 2, 3 … of a list begin; no heading stands between them."""
    level, starts = paragraphs[at].level, [at]
    for position in range(at + 1, len(paragraphs)):
        other = paragraphs[position]
        if other.style == "heading":
            break
        if other.level == level and (number := _number(other)) is not None:
            if number != len(starts) + 1:
                break
            starts.append(position)
    return starts


def _item(paragraphs: Sequence[Paragraph], at: int, end: int) -> str:
    return f"<li>{inline(paragraphs[at].runs)}{body_of(paragraphs[at + 1 : end])}</li>"


def _table(paragraphs: Sequence[Paragraph], at: int) -> tuple[str, int]:
    end = at
    while end < len(paragraphs) and paragraphs[end].style == "row":
        end += 1
    rows = [row.cells for row in paragraphs[at:end] if any(cell.strip() for cell in row.cells)]
    if not rows:
        return "", end
    head = len(rows) > 2 and all(c.strip() and not re.search(r"\d", c) for c in rows[0])
    first = f"<thead>{_row(rows[0], 'th')}</thead>" if head else ""
    others = "".join(_row(row, "td") for row in rows[1 if head else 0 :])
    return f"<table>{first}<tbody>{others}</tbody></table>", end


def _row(cells: Sequence[str], tag: str) -> str:
    return f"<tr>{''.join(f'<{tag}>{_lines(cell)}</{tag}>' for cell in cells)}</tr>"


def _lines(cell: str) -> str:
    lines = (" ".join(line.split()) for line in cell.splitlines())
    return "<br>".join(escape(line, quote=False) for line in lines if line)


def _bullet_of(paragraph: Paragraph, level: int) -> bool:
    same = paragraph.style == "item" and paragraph.level == level
    return same and paragraph.marker in _BULLETS


def _under(paragraph: Paragraph, level: int) -> bool:
    return paragraph.style == "item" and paragraph.level > level


def _number(paragraph: Paragraph) -> int | None:
    found = _COUNTED.fullmatch(paragraph.marker) if paragraph.style == "item" else None
    return int(found[1]) if found else None


def _run(run: Run) -> str:
    text = escape(run.text, quote=False)
    if not text.strip():
        return text
    if run.em:
        text = f"<em>{text}</em>"
    return f"<strong>{text}</strong>" if run.strong else text
