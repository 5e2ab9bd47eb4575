"""The text of a convention, made from a model and taken over."""

from collective.conventions import _
from collective.conventions.access.aspects import locked
from collective.conventions.access.aspects import permitted
from collective.conventions.content.convention import IConvention
from collective.conventions.documents.filling.context import context_of
from collective.conventions.documents.filling.fill import fill
from collective.conventions.documents.filling.letters import Letter
from collective.conventions.documents.library.entry import Entry
from collective.conventions.documents.library.models import find
from collective.conventions.documents.library.models import resolved
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.terms.texts.text import Text
from dataclasses import asdict
from datetime import date
from typing import Any
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent


def made(convention: Any, entry: Entry, today: date, letter: Letter | None = None) -> Text:
    """What a model says of a convention, in the language of the model; nothing is written.

    :raises UnprocessableEntity: the model is a document, or cannot be filled.
    :raises NotFound: it names a reusable clause that is no longer there.
    """
    if entry.source != "articles":
        raise UnprocessableEntity(_("This model is a document: it is filled as a paper."))
    context = context_of(convention, entry.language, today, letter)
    return fill(resolved(entry.text), entry.name, context, entry.language)


def take(convention: Any, name: str, today: date) -> Text:
    """Write the text that a model makes into the convention, and from which model it is.

    A text that the convention had is replaced; the journal keeps it.

    :param name: the id of a model of the kind "convention", with or without its version.
    :raises NotFound: there is no such model.
    :raises UnprocessableEntity: it is of another kind, or cannot be filled.
    :raises Conflict: the state of the convention is closed to a new text.
    :raises Forbidden: the current user may not write it.
    """
    entry = find(name)
    if entry.kind != "convention":
        raise UnprocessableEntity(_("This model is not one of conventions."))
    text = made(convention, entry, today)
    after = {"model": entry.name, "text": [asdict(part) for part in text]}
    if found := locked(convention, after):
        raise Conflict(_("The state of the convention does not allow this change."), found)
    if "terms" not in permitted(convention):
        raise Forbidden(_("You may not change this now."))
    for field, value in after.items():
        setattr(convention, field, value)
    names = [f"IConvention.{field}" for field in after]
    notify(ObjectModifiedEvent(convention, Attributes(IConvention, *names)))
    return text
