"""What a journal may tell of the parts of a convention: no more than the parts themselves."""

from AccessControl import getSecurityManager
from collections.abc import Callable
from collections.abc import Iterator
from collective.conventions.access.roles import SECRETARIAT
from collective.conventions.journal.chain import Entry
from dataclasses import replace
from plone import api
from typing import Any


#: The entries that hold the values of a part.
OF_PARTS = ("part_added", "part_modified", "part_restricted", "part_deleted")


def telling(uid: str) -> Callable[[Entry], Entry]:
    """How an entry of the journal about ``uid`` may be told to the current user.

    Who does not belong to the secretariat reads of a part that he may not see, or that is gone, its
    title and nothing else. The chain is proved on the entries as they are kept, not as told.
    """
    context = _content(uid)
    place = context if context is not None else api.portal.get()
    if getSecurityManager().getUser().allowed(place, SECRETARIAT):
        return lambda entry: entry
    seen = _titles(context, visible=True) - _titles(context, visible=False)

    def told(entry: Entry) -> Entry:
        if entry.action not in OF_PARTS or entry.subject in seen:
            return entry
        return replace(entry, before={}, after={}, reason="")

    return told


def _content(uid: str) -> Any:
    catalog = api.portal.get_tool("portal_catalog")
    found = catalog.unrestrictedSearchResults(UID=uid)
    return found[0]._unrestrictedGetObject() if found else None


def _titles(convention: Any, visible: bool) -> set[str]:
    """The titles of the parts that the current user may see, or of those that he may not."""
    return {
        part.title
        for part in _parts(convention)
        if bool(api.user.has_permission("View", obj=part)) is visible
    }


def _parts(content: Any) -> Iterator[Any]:
    """What lies in a convention, and in that."""
    for part in getattr(content, "objectValues", tuple)():
        yield part
        yield from _parts(part)
