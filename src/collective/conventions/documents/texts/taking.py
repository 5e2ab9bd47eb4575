"""A document of somebody's computer as the text of a convention."""

from collective.conventions.documents.texts.articles import refuse_unless_open
from collective.conventions.documents.texts.articles import replace_text
from collective.conventions.documents.texts.reading.read import paragraphs_of
from collective.conventions.journal.actor import actor
from collective.conventions.journal.storage import journal_of
from collective.conventions.terms.texts.split import split
from collective.conventions.terms.texts.text import Text
from typing import Any


def text_in(data: bytes) -> Text:
    """Return the parts of the text that a file holds. See ``paragraphs_of`` for what is refused."""
    return split(paragraphs_of(data))


def take_text(convention: Any, data: bytes, name: str) -> Text:
    """Make the text in a file the text of a convention; the journal keeps which file it was.

    :raises BadRequest: the file cannot be read.
    :raises Conflict, Forbidden: see ``write``.
    """
    refuse_unless_open(convention)
    text = text_in(data)
    replace_text(convention, text)
    journal_of(convention.UID()).append("text_taken", actor=actor(), subject=name[:200])
    return text
