"""Roles on single items, computed from their data and given to groups.

What the catalog keeps of them is the group's id, so a new member of a partner or of a service
sees what he may see at once, and nothing is indexed again.
"""

from borg.localrole.interfaces import ILocalRoleProvider
from collections.abc import Iterator
from collective.conventions.access.groups import partner_group
from collective.conventions.access.groups import PARTNER_PREFIX
from collective.conventions.access.roles import PARTNER_CONTACT
from collective.conventions.access.roles import RESPONSIBLE
from collective.conventions.content.amended import parties_ever
from collective.conventions.content.convention import IConvention
from collective.conventions.content.partner import IPartner
from typing import Any
from zope.component import adapter
from zope.interface import implementer


#: The fields of a convention from which its local roles are computed.
ROLE_FIELDS = frozenset({"parties", "responsible"})


def reindex_roles(convention: Any) -> None:
    """Tell the catalog who may see the convention, and all that lies in it, from now on."""
    for item in (convention, *convention.objectValues()):
        item.reindexObject(idxs=["allowedRolesAndUsers"])


@implementer(ILocalRoleProvider)
@adapter(IConvention)
class ConventionRoles:
    """The responsible members, and the people of the parties."""

    def __init__(self, context: Any) -> None:
        self.context = context

    def getRoles(self, principal_id: str) -> tuple[str, ...]:
        if principal_id.startswith(PARTNER_PREFIX):
            uid = principal_id.removeprefix(PARTNER_PREFIX)
            return (PARTNER_CONTACT,) if uid in self._parties() else ()
        return (RESPONSIBLE,) if principal_id in (self.context.responsible or ()) else ()

    def getAllRoles(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        for principal in self.context.responsible or ():
            yield principal, (RESPONSIBLE,)
        for uid in self._parties():
            yield partner_group(uid), (PARTNER_CONTACT,)

    def _parties(self) -> set[str]:
        return set(parties_ever(self.context))


@implementer(ILocalRoleProvider)
@adapter(IPartner)
class PartnerRoles:
    """The people of the partner."""

    def __init__(self, context: Any) -> None:
        self.context = context

    def getRoles(self, principal_id: str) -> tuple[str, ...]:
        if principal_id.startswith(PARTNER_PREFIX) and principal_id == self._group():
            return (PARTNER_CONTACT,)
        return ()

    def getAllRoles(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        yield self._group(), (PARTNER_CONTACT,)

    def _group(self) -> str:
        return partner_group(self.context.UID())
