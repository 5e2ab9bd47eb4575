"""A paper as a page of HTML: for the layout on paper, or to be read on a screen alone."""

from chameleon import PageTemplateFile
from collective.conventions.documents.rendering.paper import ARTICLE
from collective.conventions.documents.rendering.paper import DRAFT
from collective.conventions.documents.rendering.paper import ORIGINAL
from collective.conventions.documents.rendering.paper import Paper
from collective.conventions.documents.rendering.paper import Side
from collective.conventions.documents.rendering.wording import Wording
from collective.conventions.markup.clean import clean
from collective.conventions.terms.texts.fingerprint import short
from collective.conventions.terms.texts.text import Part
from functools import cache
from pathlib import Path


HERE = Path(__file__).parent


def print_page(paper: Paper) -> str:
    """The page that is laid out on paper, with what repeats on every sheet."""
    return _page(paper, "print.css")


def screen_page(paper: Paper) -> str:
    """The page to read in a browser: one file that needs nothing else."""
    return _page(paper, "screen.css")


def _page(paper: Paper, style: str) -> str:
    """The words are text in it, never markup, but for the bodies, which are cleaned once more."""
    say = Wording(paper.language)
    return str(
        _template()(
            paper=paper,
            say=say,
            style=_style("page.css") + _style(style),
            printed=style == "print.css",
            made=f"{paper.made.isoformat()}T00:00:00Z" if paper.made else "",
            mark=say.t(DRAFT) if paper.draft else "",
            original=original_of(paper, say),
            fingerprint=short(paper.fingerprint),
            heading=heading_of,
            clean=clean,
            pairs=pairs(paper.sides),
            translate=say.translated,
        )
    )


def original_of(paper: Paper, say: Wording) -> str:
    """Which of the originals it is, in words; empty where that is not told."""
    if paper.original is None:
        return ""
    return say.t(ORIGINAL, number=paper.original.number, count=paper.original.count)


def heading_of(part: Part, say: Wording) -> tuple[str, str]:
    """The number of a part in words, and its title; both may be empty."""
    number = part.number.strip()
    # Who wrote "Article 3" or "§ 3" as its number wants nothing before it.
    named = number if not number[:1].isalnum() or " " in number else say.t(ARTICLE, number=number)
    return (named if number else ""), part.title.strip()


def pairs(sides: tuple[Side, ...]) -> list[tuple[Side, ...]]:
    """The parties two by two, as they stand beside each other at the end."""
    return [sides[start : start + 2] for start in range(0, len(sides), 2)]


@cache
def _style(name: str) -> str:
    return (HERE / name).read_text(encoding="utf-8")


@cache
def _template() -> PageTemplateFile:
    return PageTemplateFile(str(HERE / "page.pt"))
