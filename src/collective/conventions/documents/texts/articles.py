"""The text of a convention changed part by part, with all checks of a service's client."""

from collections.abc import Mapping
from collections.abc import Sequence
from collective.conventions import _
from collective.conventions.access import aspects
from collective.conventions.content.values import snapshot
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import NotFound
from collective.conventions.journal.plain import plain
from collective.conventions.terms.aspects import open_aspects
from collective.conventions.terms.texts.text import Text
from dataclasses import asdict
from plone import api
from plone.locking.interfaces import ILockable
from plone.restapi.interfaces import IDeserializeFromJson
from typing import Any
from zope.component import getMultiAdapter
from zope.globalrequest import getRequest


Row = dict[str, Any]


def rows_of(convention: Any) -> list[Row]:
    """The parts of the text as rows, to be changed."""
    return [dict(row) for row in snapshot(convention)["text"] or ()]


def may_change(convention: Any) -> bool:
    """Whether the current user may change the text now."""
    return "terms" in aspects.permitted(convention)


def refuse_unless_open(convention: Any) -> None:
    """Refuse who may not change the text, before anything is read for him.

    :raises Conflict: the state of the convention has closed it for everybody.
    :raises Forbidden: the current user may not change it.
    """
    if "terms" not in open_aspects(api.content.get_state(convention)):
        raise Conflict(_("The state of the convention does not allow this change."))
    if not may_change(convention):
        raise Forbidden(_("You may not change the text of this convention."))


def replace_text(convention: Any, text: Text) -> None:
    """Put another text in the place of the one there is. Raises what ``write`` does."""
    write(convention, {"text": [asdict(part) for part in text]})


def keep_part(convention: Any, at: int, values: Mapping[str, Any]) -> None:
    """Change the part at a position. Raises what ``write`` does; NotFound where there is none."""
    rows = rows_of(convention)
    row = _at(rows, at)
    row.update(values)
    write(convention, {"text": rows})


def insert_part(convention: Any, at: int, values: Mapping[str, Any]) -> None:
    """Put a new part before the one at a position, or at the end. Raises what ``write`` does."""
    rows = rows_of(convention)
    rows.insert(max(0, min(at, len(rows))), dict(values))
    write(convention, {"text": rows})


def remove_part(convention: Any, at: int) -> None:
    """Take the part at a position away. Raises what ``keep_part`` does."""
    rows = rows_of(convention)
    _at(rows, at)
    del rows[at]
    write(convention, {"text": rows})


def move_part(convention: Any, at: int, by: int) -> int:
    """Move a part up (below 0) or down; its number stays. Returns where it stands then."""
    rows = rows_of(convention)
    row = _at(rows, at)
    to = max(0, min(at + by, len(rows) - 1))
    rows.insert(to, rows.pop(at))
    if rows[to] is row and to != at:
        write(convention, {"text": rows})
    return to


def write(content: Any, values: Mapping[str, Any]) -> None:
    """Write values with all that is checked when a client of the services sends them.

    :raises BadRequest: a value is not valid.
    :raises Conflict: the state does not allow it, or somebody else is changing it just now.
    :raises Forbidden: the current user may not change it.
    """
    lock = ILockable(content, None)
    if lock is not None and lock.locked() and not lock.can_safely_unlock():
        raise Conflict(_("Somebody is changing it just now. Please try again later."))
    getMultiAdapter((content, getRequest()), IDeserializeFromJson)(data=plain(dict(values)))


def _at(rows: Sequence[Row], at: int) -> Row:
    if not 0 <= at < len(rows):
        raise NotFound(_("The text has no such part."))
    return rows[at]
