"""What may not be deleted: conventions that were signed, partners that are in use."""

from collective.conventions import _
from collective.conventions.interfaces import Conflict
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from typing import Any
from zope.lifecycleevent.interfaces import IObjectRemovedEvent


DELETABLE = ("draft",)


def users_of(uid: str) -> list[Any]:
    """The catalog records of everything that refers to ``uid``."""
    catalog = api.portal.get_tool("portal_catalog")
    return list(catalog.unrestrictedSearchResults(convention_uses=uid))


def keep_convention(convention: Any, event: IObjectRemovedEvent) -> None:
    """Refuse to delete what was approved or signed, or what a later convention replaces."""
    if _whole_site_goes(event):
        return
    if api.content.get_state(convention) not in DELETABLE:
        raise Conflict(
            _(
                "“${title}” has been approved or signed. It is kept, and cannot be deleted.",
                mapping={"title": convention.title},
            )
        )
    refuse_used(convention)


def keep_partner(partner: Any, event: IObjectRemovedEvent) -> None:
    """Refuse to delete a partner to which something still refers."""
    if not _whole_site_goes(event):
        refuse_used(partner)


def refuse_used(content: Any) -> None:
    """Refuse, naming what refers to ``content``."""
    found = [brain for brain in users_of(content.UID()) if content.UID() != brain.UID]
    if found:
        titles = ", ".join(f"“{brain.Title}”" for brain in found[:10])
        raise Conflict(
            _(
                "“${title}” cannot be deleted: it is used by ${titles}.",
                mapping={"title": content.title, "titles": titles},
            )
        )


def _whole_site_goes(event: IObjectRemovedEvent) -> bool:
    return IPloneSiteRoot.providedBy(event.object)
