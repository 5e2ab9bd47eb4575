"""Lines of a plain file as paragraphs: what was wrapped is joined, what was broken stays apart."""

from collections.abc import Iterable
from collections.abc import Iterator
from collective.conventions.terms.texts import marks
from collective.conventions.terms.texts.folding import fold
from collective.conventions.terms.texts.paragraph import Paragraph
import re


#: A file whose lines are all shorter than this is wrapped.
_WIDEST = 120
_NARROWEST = 40
#: A line this full was ended by the margin, not by its author.
_FULL = 0.75
_ENDED = (".", ";", ":", "!", "?", "»", "”", '"')

#: The sign before an item, "e" and "o" as a scan reads a dot, then the item.
_BULLET = re.compile(r"(?P<indent>\s*)(?P<marker>[-–—•·▪◦●■‣⁃*]|[eo](?=\s[A-ZÀ-Ý«\"|]))\s+(?=\S)")
_COUNTED = re.compile(r"(?P<indent>\s*)(?P<marker>\d{1,2}[.)°]|[a-z]\))[ \t]+(?=\S)")
#: "a. Cost": a heading with a letter.
_LETTERED = re.compile(r"\s*[a-z]\.\s+[A-ZÀ-Ý]")
#: A marker of a list, or a heading with a number, begins a paragraph wherever it stands.
_INNER = re.compile(r"\s*\d{1,2}(?:\.\d{1,2})+\.?\s+\S")


def width_of(lines: Iterable[str]) -> int:
    """Return at which width a file is wrapped, in characters; 0 when it is not."""
    lengths = sorted(len(line.rstrip()) for line in lines if line.strip())
    if not lengths or lengths[-1] > 2 * _WIDEST:
        return 0
    widest = lengths[min(len(lengths) - 1, len(lengths) * 95 // 100)]
    return widest if _NARROWEST <= widest <= _WIDEST else 0


def joined(lines: Iterable[str], width: int) -> Iterator[str]:
    """Yield the paragraphs of a block of lines of a file that is wrapped at ``width``."""
    paragraph = ""
    for line in lines:
        if paragraph and not _wrapped(paragraph.rsplit("\n", 1)[-1], line, width):
            yield paragraph.replace("\n", " ")
            paragraph = line
        else:
            paragraph = f"{paragraph}\n{line}" if paragraph else line
    if paragraph:
        yield paragraph.replace("\n", " ")


def _wrapped(line: str, following: str, width: int) -> bool:
    """Whether a line goes on in the following one."""
    text, after = line.strip(), following.strip()
    if not width or begins(following):
        return False
    if after[:1].islower() and not text.endswith((".", ":", ";")):
        return True
    if text.endswith(_ENDED) and after[:1].isupper():
        return len(text) + len(after.split(" ", 1)[0]) >= width * 0.9
    if _is_heading(line):
        return len(text) + len(after.split(" ", 1)[0]) >= width
    return len(text) >= width * _FULL


def begins(line: str) -> bool:
    """Whether a line begins something new whatever stands before it: an item, a heading."""
    folded = fold(line)
    if _is_heading(line) or _LETTERED.match(line):
        return True
    if _BULLET.match(line) or _COUNTED.match(line) or _INNER.match(line):
        return True
    return bool(marks.PREAMBLE_TITLE.match(folded) or marks.SIGNED.match(folded))


def _is_heading(line: str) -> bool:
    """Whether a line heads an article."""
    article = marks.ARTICLE.match(fold(line))
    if article is None or not line.strip()[:1].isupper():
        return False
    return bool(article["separator"]) or "\t" in article.group() or line.strip().isupper()


def paragraph(text: str) -> Paragraph:
    """Return a paragraph of plain text, as an item when it begins like one."""
    found = _BULLET.match(text) or _COUNTED.match(text)
    if found is None:
        inner = bool(_INNER.match(text)) and len(text) <= 120 and not text.rstrip().endswith(_ENDED)
        return Paragraph.of(text.strip(), "heading" if inner else "")
    level = len(found["indent"].expandtabs(4)) // 2
    marker = found["marker"] if found["marker"][:1].isalnum() and len(found["marker"]) > 1 else "-"
    return Paragraph.of(text[found.end() :].strip(), "item", level, marker)
