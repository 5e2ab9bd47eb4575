"""Each save that changes the text of a model is a version, and stays."""

from collective.conventions.clock import today
from collective.conventions.content.model import Version
from collective.conventions.documents.library.entry import parsed
from collective.conventions.documents.library.models import find
from collective.conventions.interfaces import NotFound
from plone import api
from typing import Any
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectCopiedEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent


def freeze(model: Any, event: IObjectAddedEvent | IObjectModifiedEvent) -> None:
    """Keep the text as it was saved now, unless the newest version says the same.

    A reusable clause that is named without a version is pinned to its present one: what is frozen
    must not change when the clause does.
    """
    rows = [_pinned(row) for row in model.text or ()]
    if rows != list(model.text or ()):
        model.text = rows
    last = model.versions[-1] if model.versions else None
    same = last is not None and list(last.rows) == rows and last.file is model.file
    if same or not (rows or model.file is not None):
        return
    author = api.user.get_current().getId() or ""
    number = last.number + 1 if last else 1
    made = Version(number, today(), author, rows, model.file)
    model.versions = (*model.versions, made)


def begin_anew(model: Any, event: IObjectCopiedEvent) -> None:
    """A copy is another model: its versions begin with what it holds."""
    model.versions = ()


def _pinned(row: dict[str, Any]) -> dict[str, Any]:
    clause = row.get("clause") or ""
    model_id, number = parsed(clause)
    if not model_id or number is not None:
        return dict(row)
    try:
        return {**row, "clause": find(model_id).name}
    except NotFound:
        return dict(row)
