"""What may not be deleted: conventions that were approved or signed, and what is in use."""

from collective.conventions import _
from collective.conventions.interfaces import Conflict
from OFS.interfaces import IObjectWillBeRemovedEvent
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from typing import Any
from zope.i18nmessageid import Message


DELETABLE = ("draft",)
MOST_TITLES = 10


def users_of(uid: str) -> list[Any]:
    """The catalog records of everything that refers to ``uid``, whoever may see it."""
    catalog = api.portal.get_tool("portal_catalog")
    return list(catalog.unrestrictedSearchResults(convention_uses=uid, sort_on="sortable_title"))


def keep_convention(convention: Any, event: IObjectWillBeRemovedEvent) -> None:
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
    _refuse_used(convention, event)


def keep_used(content: Any, event: IObjectWillBeRemovedEvent) -> None:
    """Refuse to delete a partner, or a letter on file, to which something still refers."""
    if not _whole_site_goes(event):
        _refuse_used(content, event)


def _refuse_used(content: Any, event: IObjectWillBeRemovedEvent) -> None:
    going = "/".join(event.object.getPhysicalPath())
    users = [brain for brain in users_of(content.UID()) if not _lies_in(brain, going)]
    if users:
        raise Conflict(_sentence(content.title, users))


def _lies_in(brain: Any, path: str) -> bool:
    """Whether it goes too, or is the thing itself."""
    return f"{brain.getPath()}/".startswith(f"{path}/")


def _sentence(title: str, users: list[Any]) -> Message:
    """Name what the current user may see, and count the rest."""
    catalog = api.portal.get_tool("portal_catalog")
    uids = [brain.UID for brain in users]
    visible = {brain.UID for brain in catalog(UID=uids, show_inactive=True)}
    named = [f"“{brain.Title}”" for brain in users if brain.UID in visible][:MOST_TITLES]
    others = len(users) - len(named)
    mapping = {"title": title, "titles": ", ".join(named), "others": str(others)}
    if not named:
        text = _("“${title}” cannot be deleted: ${others} other item(s) use it.", mapping=mapping)
    elif others:
        text = _(
            "“${title}” cannot be deleted: it is used by ${titles} and ${others} other item(s).",
            mapping=mapping,
        )
    else:
        text = _("“${title}” cannot be deleted: it is used by ${titles}.", mapping=mapping)
    return text


def _whole_site_goes(event: IObjectWillBeRemovedEvent) -> bool:
    return IPloneSiteRoot.providedBy(event.object)
