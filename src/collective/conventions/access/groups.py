"""The groups of a space, and one group for the people of each partner."""

from collective.conventions.access.roles import GROUPS
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from typing import Any
from zope.i18n import translate
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent
from zope.lifecycleevent.interfaces import IObjectRemovedEvent


PARTNER_PREFIX = "partner-"


def partner_group(uid: str) -> str:
    """The id of the group of a partner's people."""
    return f"{PARTNER_PREFIX}{uid}"


def create_groups() -> None:
    """Create the groups of a space that are missing, each with its role."""
    language = api.portal.get_default_language()
    for name, (title, role) in GROUPS.items():
        if api.group.get(groupname=name) is None:
            translated = translate(title, target_language=language)
            api.group.create(groupname=name, title=translated, roles=[role])


def remove_groups() -> None:
    """Remove the groups of a space; those of partners stay as long as their partner."""
    for name in GROUPS:
        if api.group.get(groupname=name) is not None:
            api.group.delete(groupname=name)


def add_partner_group(partner: Any, event: IObjectAddedEvent) -> None:
    """Give a new partner the group of its people."""
    name = partner_group(partner.UID())
    if api.group.get(groupname=name) is None:
        api.group.create(groupname=name, title=partner.title)


def rename_partner_group(partner: Any, event: IObjectModifiedEvent) -> None:
    """Let the group bear the present name of its partner."""
    group = api.group.get(groupname=partner_group(partner.UID()))
    if group is not None and group.getProperty("title") != partner.title:
        api.portal.get_tool("portal_groups").editGroup(group.getId(), title=partner.title)


def remove_partner_group(partner: Any, event: IObjectRemovedEvent) -> None:
    """Remove the group with its partner; with the whole site its groups go anyway."""
    if IPloneSiteRoot.providedBy(event.object):
        return
    name = partner_group(partner.UID())
    if api.group.get(groupname=name) is not None:
        api.group.delete(groupname=name)
