"""The text and the decree of a convention as files that anybody can open."""

from collections.abc import Callable
from collections.abc import Iterator
from collective.conventions.content.values import text_of
from collective.conventions.documents.archive.entry import as_json
from collective.conventions.documents.archive.entry import Entry
from collective.conventions.documents.archive.entry import held
from collective.conventions.documents.archive.readable import readable_values
from collective.conventions.documents.decree.files import file_of
from collective.conventions.documents.rendering.consolidated import paper_of_amendment
from collective.conventions.documents.rendering.convention import paper_of
from collective.conventions.documents.rendering.page import screen_page
from collective.conventions.documents.rendering.paper import Paper
from collective.conventions.documents.rendering.pdf import pdf
from collective.conventions.interfaces import ServiceUnavailable
from collective.conventions.interfaces import UnprocessableEntity
from dataclasses import asdict
from typing import Any


def text(convention: Any, origin: str) -> Iterator[Entry]:
    """The text: as a page, on paper, and article by article as data."""
    values = readable_values(convention)
    found = text_of(values)
    if not found:
        return
    paper = paper_of(convention)
    yield from _files("text", "text", convention.title, f"{origin}#text", _made(paper))


def amendment(item: Any, origin: str) -> Iterator[Entry]:
    """What an amendment writes into the text of its convention, part by part."""
    rows = readable_values(item).get("text_changes") or ()
    found = text_of({"text": [row for row in rows if row.get("action") != "remove"]})
    if not found:
        return
    paper = paper_of_amendment(item, found)
    name = f"{item.getId()}-text"
    yield from _files("amendments", name, item.title, f"{origin}#text", _made(paper))


def decree(convention: Any, origin: str) -> Iterator[Entry]:
    """The decree, for who may read it."""
    if not readable_values(convention).get("decree"):
        return
    made = {
        "html": lambda: file_of(convention, "html").data,
        "pdf": lambda: file_of(convention, "pdf").data,
    }
    yield from _files("decree", "decree", convention.title, f"{origin}#decree", made)


def _made(paper: Paper) -> dict[str, Callable[[], bytes]]:
    return {
        "html": lambda: screen_page(paper).encode(),
        "pdf": lambda: pdf(paper),
        "json": lambda: as_json([asdict(part) for part in paper.text]),
    }


def _files(
    folder: str, name: str, title: str, origin: str, made: dict[str, Callable[[], bytes]]
) -> Iterator[Entry]:
    """One thing in several forms; what cannot be made here and now is left out."""
    for ending, make in made.items():
        try:
            data = make()
        except (ServiceUnavailable, UnprocessableEntity):
            continue
        yield Entry(folder, name, ending, title, origin, held(data))
