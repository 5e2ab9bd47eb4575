"""Writing into a convention as a person could: what is open to him, within the rules."""

from collective.conventions.access.aspects import forbidden
from collective.conventions.clock import today
from collective.conventions.commands.demo.model import Fields
from collective.conventions.content.checks import findings
from collective.conventions.content.values import snapshot
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.terms.aspects import aspect_of
from collective.conventions.terms.columns import COLUMNS
from typing import Any
from zExceptions import Forbidden
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


def write(convention: Any, values: Fields) -> None:
    """Change a convention or an amendment as the current user.

    :raises Forbidden: he may not change one of the fields.
    :raises UnprocessableEntity: no form and no service would take these values.
    """
    before = snapshot(convention)
    after = {**before, **values}
    if after == before:
        return
    if names := forbidden(convention, after):
        raise Forbidden(f"{convention.getId()}: {', '.join(names)}")
    refuse_impossible(convention.portal_type, after)
    for name, value in values.items():
        setattr(convention, name, value)
    notify(ObjectModifiedEvent(convention))


def refuse_impossible(portal_type: str, values: Fields) -> None:
    """Refuse values that no form and no service would take."""
    if found := findings(portal_type, values, today()):
        raise UnprocessableEntity(f"{values.get('title')}: {found}", found)


def cells_of(fields: Fields, *aspects: str) -> dict[str, Any]:
    """The fields and columns that belong to ``aspects``; the other cells of a row left empty."""
    wanted: dict[str, Any] = {}
    for name, value in fields.items():
        if name in COLUMNS:
            open_columns = {c for c in COLUMNS[name] if aspect_of(name, c) in aspects}
            if open_columns:
                wanted[name] = [
                    {c: cell if c in open_columns else None for c, cell in row.items()}
                    for row in value
                ]
        elif aspect_of(name) in aspects:
            wanted[name] = value
    return wanted
