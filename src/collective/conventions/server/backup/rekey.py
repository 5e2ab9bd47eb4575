"""What a space keeps by the number of a record or by its address, told anew where it arrives."""

from Acquisition import aq_base
from collections.abc import Iterator
from collective.conventions.progress import Progress
from itertools import chain
from plone import api
from plone.app.redirector.interfaces import IRedirectionStorage
from plone.uuid.interfaces import IUUID
from typing import Any
from zope.component import getUtility
from zope.intid.interfaces import IIntIds


def rekey(portal: Any, before: str, progress: Progress) -> None:
    """Make a space that has come from elsewhere at home here.

    :param before: the id that it had.
    """
    renumber(portal, before)
    if before != portal.getId():
        readdress(portal, before)
        catalog = api.portal.get_tool("portal_catalog")
        progress.begin("catalog", len(catalog))
        catalog.clearFindAndRebuild()


def renumber(portal: Any, before: str) -> None:
    """Key the numbers that relations go by on the records that are here.

    The numbers themselves stay: relations and their catalog know nothing else.
    """
    numbers = getUtility(IIntIds)
    known = list(numbers.refs.items())
    numbers.ids = numbers.family.OI.BTree()
    for number, key in known:
        key.oid = key.object._p_oid
        key.root_oid = portal.getPhysicalRoot()._p_oid
        if key.path:
            key.path = moved(key.path, before, portal.getId())
        numbers.ids[key] = number
        # A key is no record of its own: setting it anew has it written.
        numbers.refs[number] = key


def readdress(portal: Any, before: str) -> None:
    """Put the new address of the space in the place of the old one."""
    name = portal.getId()
    redirects = getUtility(IRedirectionStorage)
    kept = [(old, redirects.get_full(old)) for old in redirects]
    redirects.clear()
    for old, (new, instant, manual) in kept:
        redirects.add(
            moved(old, before, name), moved(new, before, name), now=instant, manual=manual
        )
    for one in everything(portal):
        owner = getattr(aq_base(one), "_owner", None)
        # (path of the user folder, user id); what cannot be owned has something else there.
        if isinstance(owner, tuple) and owner[0][:1] == [before]:
            one._owner = ([name, *owner[0][1:]], owner[1])


def moved(path: str, before: str, after: str) -> str:
    """A path below a space that has another id now."""
    start = f"/{before}"
    inside = path == start or path.startswith(f"{start}/")
    return f"/{after}{path.removeprefix(start)}" if inside else path


def everything(portal: Any) -> Iterator[Any]:
    """The site and every object in it."""
    found: list[Any] = []
    portal.ZopeFindAndApply(portal, search_sub=True, apply_func=lambda one, path: found.append(one))
    return chain([portal], found)


def strays(portal: Any) -> list[str]:
    """What the catalog or the numbers of the relations name, and is not there under its UID."""
    catalog = api.portal.get_tool("portal_catalog")
    lost = []
    for brain in catalog.unrestrictedSearchResults():
        thing = brain._unrestrictedGetObject()
        if brain.UID and IUUID(thing, None) != brain.UID:
            lost.append(brain.getPath())
    numbers = getUtility(IIntIds)
    lost += [key.path for number, key in numbers.refs.items() if numbers.ids.get(key) != number]
    return lost
