"""The incidents of a space as its members know them."""

from AccessControl import getSecurityManager
from Acquisition import aq_base
from Acquisition import aq_parent
from collective.conventions import _
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import NotFound
from collective.conventions.server.incident import Incident
from collective.conventions.server.incidents import incident
from collective.conventions.server.incidents import incidents
from collective.conventions.server.incidents import report
from collective.conventions.server.incidents import take
from collective.conventions.server.spaces import root_of
from plone import api
from typing import Any


#: Who looks after the space sees all of its incidents; the others those that they have reported.
SEES_ALL = "collective.conventions: Manage Space"


def own_incidents(portal: Any) -> list[Incident]:
    """Those that the present member may see, the latest first, without what he is not told."""
    every = api.user.has_permission(SEES_ALL, obj=portal)
    me = api.user.get_current().getId()
    found = incidents(root_of(portal), portal.getId())
    return [one.told() for one in found if every or one.reporter == me]


def report_here(portal: Any, **told: str) -> Incident:
    """Report an incident of this space, as the present member."""
    return report(root_of(portal), portal.getId(), own=_is_member(portal), **told, **_me())


def answer_here(portal: Any, incident_id: str, text: str) -> Incident:
    """Answer what the maintenance team has asked about one of these incidents.

    :raises Forbidden: who acts is no member of the space.
    :raises NotFound: there is none that the member may see.
    """
    if not _is_member(portal):
        raise Forbidden(_("Only the entity answers here."))
    if incident_id not in {one.id for one in own_incidents(portal)}:
        raise NotFound(_("There is no incident “${id}”.", mapping={"id": incident_id}))
    root = root_of(portal)
    return take(root, incident(root, incident_id).id, "answered", reason=text, own=True, **_me())


def _is_member(portal: Any) -> bool:
    """Whether who acts is a member of the space, and not of the server."""
    return aq_base(aq_parent(getSecurityManager().getUser())) is aq_base(portal.acl_users)


def _me() -> dict[str, str]:
    user = api.user.get_current()
    name = str(user.getProperty("fullname") or user.getUserName())
    return {"actor": str(user.getId()), "name": name}
