"""What a profile cannot say in XML: groups, folders and the front page of a space."""

from collective.conventions import _
from collective.conventions.access.groups import create_groups
from collective.conventions.access.groups import remove_groups
from collective.conventions.access.roles import ROLES
from collective.conventions.deadlines import preferences
from collective.conventions.deadlines.calendar import addresses
from collective.conventions.deadlines.reminders import ledger
from collective.conventions.journal.storage import journals
from collective.conventions.settings import numbering
from collective.conventions.space.ledger import close_ledger
from collective.conventions.space.ledger import open_ledger
from collective.conventions.space.revisions import leave_revisions
from collective.conventions.space.revisions import watch_revisions
from plone import api
from plone.dexterity.utils import createContentInContainer
from Products.GenericSetup.tool import SetupTool
from typing import Any
from zope.annotation.interfaces import IAnnotations
from zope.i18n import translate


FOLDERS = (
    ("conventions", "ConventionFolder", _("Conventions")),
    ("partners", "PartnerFolder", _("Partners")),
    ("library", "ModelFolder", _("Models")),
)
LANDING_PAGE = "space"
DISPLAYED_TYPES = "plone.displayed_types"


class HiddenProfiles:
    """Keeps the uninstall profile out of the list of add-ons."""

    def getNonInstallableProfiles(self) -> list[str]:
        return ["collective.conventions:uninstall"]

    def getNonInstallableProducts(self) -> list[str]:
        return []


def install(tool: SetupTool) -> None:
    """Create the groups, journals, ledger and folders that are not there yet.

    The places of journals and reminders are made now: two first ones at once would conflict on it.
    """
    portal = api.portal.get()
    create_groups()
    journals()
    ledger.ledger()
    open_ledger()
    watch_revisions()
    for name, portal_type, title in FOLDERS:
        if name not in portal:
            _create_folder(portal, name, portal_type, title)
    show_landing_page(portal)


def uninstall(tool: SetupTool) -> None:
    """Remove groups, roles, ledgers, empty folders and what members chose.

    Agreements and journals are never removed.
    """
    portal = api.portal.get()
    for name, portal_type, _title in FOLDERS:
        folder = portal.get(name)
        if folder is not None and folder.portal_type == portal_type and not len(folder):
            # Nobody may delete the folders by hand, so it is not asked who uninstalls.
            portal._delObject(name)
    hide_landing_page(portal)
    hide_tabs()
    leave_revisions()
    close_ledger()
    remove_groups()
    remove_roles(portal)
    forget_members(portal)


def forget_members(portal: Any) -> None:
    """Forget how members want to be told, their calendar addresses, and what they were told.

    The last numbers are forgotten, too: they can be read off the conventions again.
    """
    annotations = IAnnotations(portal)
    for key in (preferences.KEY, addresses.KEY, ledger.KEY, numbering.KEY):
        annotations.pop(key, None)


def remove_roles(portal: Any) -> None:
    """Forget our roles: the site knows them, and the user folder who has them."""
    portal.__ac_roles__ = tuple(role for role in portal.__ac_roles__ if role not in ROLES)
    manager = portal.acl_users.portal_role_manager
    for role in set(manager.listRoleIds()).intersection(ROLES):
        manager.removeRole(role)


def show_landing_page(portal: Any) -> None:
    """Make ours the front page, unless somebody has already chosen one."""
    stock = portal.getTypeInfo().default_view
    if portal.getDefaultPage() is None and portal.getLayout() == stock:
        portal.setLayout(LANDING_PAGE)


def hide_landing_page(portal: Any) -> None:
    """Give the site its stock front page back."""
    if portal.getProperty("layout") == LANDING_PAGE:
        portal.manage_delProperties(["layout"])


def hide_tabs() -> None:
    """Take the folders out of the navigation: a profile can only add to that list."""
    shown = api.portal.get_registry_record(DISPLAYED_TYPES)
    ours = {portal_type for _name, portal_type, _title in FOLDERS}
    api.portal.set_registry_record(DISPLAYED_TYPES, tuple(t for t in shown if t not in ours))


def _create_folder(portal: Any, name: str, portal_type: str, title: str) -> None:
    language = api.portal.get_default_language()
    createContentInContainer(
        portal,
        portal_type,
        checkConstraints=False,
        id=name,
        title=translate(title, target_language=language),
    )
