"""Markdown (CommonMark with tables): headings, bold and italics, lists, tables."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Sequence
from collective.conventions.documents.texts.reading.lines import begins
from collective.conventions.documents.texts.reading.lines import paragraph
from collective.conventions.documents.texts.reading.lines import width_of
from collective.conventions.terms.texts.paragraph import Paragraph
from collective.conventions.terms.texts.paragraph import Run
from dataclasses import replace
from markdown_it import MarkdownIt
from markdown_it.token import Token
import lxml.html


def markdown_paragraphs(text: str) -> tuple[Paragraph, ...]:
    """Return the paragraphs of a Markdown text. Raw HTML is left out, its words are kept."""
    parser = MarkdownIt("commonmark", {"html": True}).enable("table").disable("code")
    tokens = parser.parse(text)
    return tuple(_Reader(width_of(text.split("\n"))).read(tokens))


class _Reader:
    """Walks through the tokens of a document, and knows in which list it stands."""

    def __init__(self, width: int) -> None:
        self._width = width
        self._lists: list[str] = []
        self._marker = ""
        self._heading = False
        self._cells: list[str] | None = None

    def read(self, tokens: Sequence[Token]) -> Iterator[Paragraph]:
        for token in tokens:
            if token.type == "inline":
                yield from self._inline(token)
            elif token.type in ("fence", "html_block", "code_block"):
                for line in _without_tags(token.content).splitlines():
                    yield paragraph(line)
            elif token.type == "tr_close" and self._cells is not None:
                yield Paragraph.row(self._cells)
                self._cells = None
            else:
                self._enter(token)

    def _enter(self, token: Token) -> None:
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open"):
            self._lists.append(kind)
        elif kind in ("bullet_list_close", "ordered_list_close"):
            self._lists.pop()
        elif kind == "list_item_open":
            self._marker = f"{token.info}." if token.info else "-"
        elif kind in ("heading_open", "heading_close"):
            self._heading = kind == "heading_open"
        elif kind == "tr_open":
            self._cells = []

    def _inline(self, token: Token) -> Iterator[Paragraph]:
        lines = list(_unwrapped(_lines(token.children or ()), self._width))
        if self._cells is not None:
            self._cells.append(" ".join("".join(run.text for run in line) for line in lines))
            return
        for line in lines:
            yield self._paragraph(line)
            self._marker = ""

    def _paragraph(self, runs: tuple[Run, ...]) -> Paragraph:
        if self._heading:
            return Paragraph(runs, "heading")
        level = max(0, len(self._lists) - 1)
        if self._marker:
            return Paragraph(runs, "item", level, self._marker)
        found = Paragraph(runs)
        # What a text wrote as an item without being one to Markdown.
        read = paragraph(found.text)
        if read.style == "item" and found.text.endswith(read.text):
            cut = found.between(len(found.text) - len(read.text))
            return replace(cut, style="item", level=read.level, marker=read.marker)
        return replace(found, style=read.style)


def _lines(tokens: Iterable[Token]) -> Iterator[tuple[tuple[Run, ...], bool]]:
    """Yield the lines of a paragraph, each with whether its break was meant."""
    runs: list[Run] = []
    strong = em = 0
    target = ""
    for token in tokens:
        strong += (token.type == "strong_open") - (token.type == "strong_close")
        em += (token.type == "em_open") - (token.type == "em_close")
        if token.type in ("text", "code_inline"):
            runs.append(Run(token.content, strong > 0, em > 0))
        elif token.type == "link_open":
            target = str(token.attrs.get("href", ""))
        elif token.type == "link_close" and _says_more(target, runs):
            runs.append(Run(f" ({target})"))
        elif token.type in ("softbreak", "hardbreak") or _is_break(token):
            yield tuple(runs), token.type != "softbreak"
            runs = []
    yield tuple(runs), True


def _unwrapped(
    lines: Iterable[tuple[tuple[Run, ...], bool]], width: int
) -> Iterator[tuple[Run, ...]]:
    """Yield lines, those joined that were broken by the margin alone."""
    kept: tuple[Run, ...] = ()
    length, meant = 0, True
    for runs, hard in lines:
        text = "".join(run.text for run in runs)
        wrapped = not meant and (
            (width and length >= width * 0.75) or (text[:1].islower() and not begins(text))
        )
        if kept and wrapped:
            kept = (*kept, Run(" "), *runs)
        else:
            if "".join(run.text for run in kept).strip():
                yield kept
            kept = runs
        length, meant = len(text), hard
    if "".join(run.text for run in kept).strip():
        yield kept


def _says_more(target: str, runs: Sequence[Run]) -> bool:
    """Whether the address of a link is not what the link says."""
    said = "".join(run.text for run in runs)
    return target.startswith(("http://", "https://", "mailto:")) and target not in said


def _is_break(token: Token) -> bool:
    return token.type == "html_inline" and token.content.lower().startswith("<br")


def _without_tags(html: str) -> str:
    """The words of raw HTML."""
    return str(lxml.html.fromstring(f"<div>{html}</div>").text_content())
