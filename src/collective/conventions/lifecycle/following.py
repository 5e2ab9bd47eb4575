"""Following a convention up after it was made: whether that may be done just now."""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.access import aspects
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from plone.locking.interfaces import ILockable
from typing import Any


def refuse_unless_open(convention: Any, after: Mapping[str, Any]) -> None:
    """Refuse to write ``after``, fields of the aspect "follow_up", where something forbids it.

    :raises Conflict: the state of the convention has closed them, or somebody is changing it.
    :raises Forbidden: the current user may not change them.
    """
    if locked := aspects.locked(convention, after):
        raise Conflict(_("The state of the convention does not allow this change."), locked)
    if "follow_up" not in aspects.permitted(convention) or aspects.forbidden(convention, after):
        raise Forbidden(_("You may not change this now."))
    lock = ILockable(convention, None)
    if lock is not None and lock.locked() and not lock.can_safely_unlock():
        raise Conflict(_("Somebody is changing it just now. Please try again later."))
