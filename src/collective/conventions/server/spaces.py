"""The spaces of a server, and working inside one of them."""

from Acquisition import aq_base
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from plone.base.interfaces import IPloneSiteRoot
from plone.base.utils import get_installer
from Products.CMFCore.indexing import processQueue
from Testing.makerequest import makerequest
from typing import Any
from zope.component.hooks import site as current_site
from zope.globalrequest import getRequest
from zope.globalrequest import setRequest


@dataclass(frozen=True)
class Space:
    """What can be said of a space without entering it."""

    id: str
    title: str
    language: str


@contextmanager
def entered(app: Any, space_id: str = "") -> Iterator[Any]:
    """Work inside a space, or at the root, with a request of its own, and come back.

    A fresh request for each space is a must: type information is cached on the request, so work
    in a second site would find the types of the first one. And what is to be indexed is indexed
    before we leave, for the indexers look for the site they are in.
    """
    before = getRequest()
    root = makerequest(aq_base(app))
    setRequest(root.REQUEST)
    place = root[space_id] if space_id else root
    try:
        with current_site(place if space_id else None):
            yield place
            processQueue()
    finally:
        setRequest(before)
        # Plone lets the request hold what is cleaned up with it: now, while the database is open.
        root.REQUEST._held = ()


def root_of(context: Any) -> Any:
    """The root of the database in which something lies."""
    return context.getPhysicalRoot()


def has_space(app: Any, space_id: str) -> bool:
    """Tell whether ``space_id`` is a site in which the add-on is installed."""
    site = app.get(space_id) if space_id in app.objectIds() else None
    if not IPloneSiteRoot.providedBy(site):
        return False
    with entered(app, space_id) as portal:
        return bool(get_installer(portal).is_product_installed("collective.conventions"))


def spaces(app: Any) -> list[Space]:
    """All spaces at the root of the server, by their ids."""
    return [_space(app[name]) for name in sorted(app.objectIds()) if has_space(app, name)]


def _space(site: Any) -> Space:
    return Space(site.getId(), site.title, site.Language())
