"""What a profile cannot say in XML: groups, folders and the front page of a space."""

from collective.conventions import _
from collective.conventions.access.groups import create_groups
from collective.conventions.access.groups import remove_groups
from collective.conventions.access.roles import ROLES
from collective.conventions.journal.storage import journals
from plone import api
from plone.dexterity.utils import createContentInContainer
from Products.GenericSetup.tool import SetupTool
from typing import Any
from zope.i18n import translate


FOLDERS = (
    ("conventions", "ConventionFolder", _("Conventions")),
    ("partners", "PartnerFolder", _("Partners")),
)


class HiddenProfiles:
    """Keeps the uninstall profile out of the list of add-ons."""

    def getNonInstallableProfiles(self) -> list[str]:
        return ["collective.conventions:uninstall"]

    def getNonInstallableProducts(self) -> list[str]:
        return []


def install(tool: SetupTool) -> None:
    """Create the groups, journals and folders that are not there yet.

    The place of the journals is made now, for two first journals at once would conflict on it.
    """
    portal = api.portal.get()
    create_groups()
    journals()
    for name, portal_type, title in FOLDERS:
        if name not in portal:
            _create_folder(portal, name, portal_type, title)


def uninstall(tool: SetupTool) -> None:
    """Remove groups, roles and empty folders. Agreements and journals are never removed."""
    portal = api.portal.get()
    for name, portal_type, _title in FOLDERS:
        folder = portal.get(name)
        if folder is not None and folder.portal_type == portal_type and not len(folder):
            portal.manage_delObjects([name])
    remove_groups()
    portal.__ac_roles__ = tuple(role for role in portal.__ac_roles__ if role not in ROLES)


def _create_folder(portal: Any, name: str, portal_type: str, title: str) -> None:
    language = api.portal.get_default_language()
    createContentInContainer(
        portal,
        portal_type,
        checkConstraints=False,
        id=name,
        title=translate(title, target_language=language),
    )
