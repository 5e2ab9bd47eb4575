"""How a model is told of."""

from collective.conventions import _
from collective.conventions.browser.page import Page
from collective.conventions.content import vocabularies
from collective.conventions.documents.library.entry import Entry
from collective.conventions.documents.library.entry import Saved
from urllib.parse import quote


def url_of(entry: Entry, library: str) -> str:
    """Where a model in this version can be read."""
    if entry.is_shipped:
        return f"{library}/@@model?name={quote(entry.name)}"
    return f"{entry.url}/view?version={entry.version}"


def about(page: Page, entry: Entry) -> str:
    """Language, version, origin: "French; version 2; of this space"."""
    parts = [
        page.choice(vocabularies.LANGUAGES, entry.language),
        page.t(_("version ${n}", mapping={"n": entry.version})),
        page.t(_("comes with the software") if entry.is_shipped else _("of this space")),
    ]
    if entry.purpose:
        parts.insert(0, page.choice(vocabularies.LETTER_PURPOSES, entry.purpose))
    if entry.source == "docx":
        parts.append(page.t(_("a document")))
    return page.listed(parts)


def saved(page: Page, one: Saved, author: str) -> str:
    """A version: "Version 2; 3 May 2026; A. Person"."""
    number = page.t(_("Version ${n}", mapping={"n": one.number}))
    return page.listed(part for part in (number, page.day(one.day), author) if part)
