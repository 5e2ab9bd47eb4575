"""The role of who has advanced access, computed anew for each request: nothing is stored on a site.

It holds in the space alone. The root and the other spaces have user folders of their own, which do
not know him.
"""

from borg.localrole.interfaces import ILocalRoleProvider
from collections.abc import Iterator
from collective.conventions.access.roles import ADVANCED
from collective.conventions.clock import today
from collective.conventions.server.zmi import has_access
from plone.base.interfaces import IPloneSiteRoot
from typing import Any
from zope.component import adapter
from zope.interface import implementer


@implementer(ILocalRoleProvider)
@adapter(IPloneSiteRoot)
class AdvancedAccess:
    """Gives the role to who was granted it, up to its last day."""

    def __init__(self, context: Any) -> None:
        self.context = context

    def getRoles(self, principal_id: str) -> tuple[str, ...]:
        return (ADVANCED,) if has_access(self.context, principal_id, today()) else ()

    def getAllRoles(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """None: the role lets nobody see content, so the catalog need not know of it."""
        return iter(())
