"""Where content is born, changes and ends: each time the meter notes it."""

from collective.conventions.space.holders import is_holder
from collective.conventions.space.ledger import ledger_of
from collective.conventions.space.meter import freed
from collective.conventions.space.meter import meter
from collective.conventions.space.meter import note
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from plone.rfc822.interfaces import IPrimaryFieldInfo
from Products.CMFCore.permissions import AddPortalContent
from Products.CMFCore.permissions import ModifyPortalContent
from typing import Any
from zope.container.interfaces import IContainerModifiedEvent


def added(thing: Any, event: Any) -> None:
    """What is new may have come with scales: a copy brings those of its original."""
    if is_holder(thing):
        note(thing, scales=True)


def modified(thing: Any, event: Any) -> None:
    """A file may have come, gone or been replaced; that a folder has a new child is none of it."""
    if is_holder(thing) and not IContainerModifiedEvent.providedBy(event):
        note(thing)


def removed(thing: Any, event: Any) -> None:
    """What is deleted gives its room back; with the whole site its ledger goes, too."""
    if is_holder(thing) and not IPloneSiteRoot.providedBy(event.object):
        note(thing, gone=True)


def imported(event: Any) -> None:
    """In another database the blobs bear other numbers; the full count that follows finds them."""
    ledger = ledger_of(event.object)
    if ledger is not None:
        ledger.begin_anew()


def arriving(event: Any) -> None:
    """Refuse a file that is put, by the length it announces, before anything reads it.

    Who may put nothing there is refused for that, and not told how much room is left.
    """
    request = event.request
    found = meter() if request.method == "PUT" else None
    if found is not None and _may_put(request["PARENTS"][0]):
        stored = IPrimaryFieldInfo(request["PARENTS"][0], None)
        released = freed(found.ledger, stored.value) if stored is not None else 0
        found.ask("PUT", announced(request) - released)


def _may_put(place: Any) -> bool:
    needed = (AddPortalContent, ModifyPortalContent)
    return any(api.user.has_permission(permission, obj=place) for permission in needed)


def announced(request: Any) -> int:
    """The length of the body, as its sender says; what arrives is counted in any case."""
    length = request.get("CONTENT_LENGTH") or ""
    return int(length) if length.isdigit() else 0
