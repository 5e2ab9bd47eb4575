"""The door of a space: whoever asks for anything in it passes here, before all else.

Zope tells of every site that it walks through, whatever the rest of the address names: pages,
services, tools, files, resources, calendars, WebDAV and XML-RPC alike, and before it knows who
asks. So nothing of a suspended space is looked at, not even to find that something is not there.
"""

from AccessControl import getSecurityManager
from AccessControl.PermissionRole import rolesForPermissionOn
from AccessControl.SecurityManagement import noSecurityManager
from Acquisition import aq_base
from Acquisition import aq_parent
from collective.conventions import _
from collective.conventions.interfaces import ISuspendedSpace
from collective.conventions.interfaces import ServiceUnavailable
from collective.conventions.server.suspension import is_suspended
from collective.conventions.server.suspension import SPACE
from plone.base.interfaces import IPloneSiteRoot
from typing import Any
from zExceptions import NotFound
from zope.traversing.interfaces import IBeforeTraverseEvent
from ZPublisher.interfaces import IPubAfterTraversal


OPERATE = "collective.conventions: Operate Server"


def keep_apart(event: IPubAfterTraversal) -> None:
    """Refuse an address that leads through one site into another: ``/namur/dinant/@search``.

    Zope would find the second as if it lay in the first and, where anybody may ask, answer the
    members of the first: with their roles, for roles bear the same names in every space. Asked
    at the end of the address, for a REST request passes the second site without a word.
    """
    request = event.request
    passed = [getattr(place, "context", place) for place in request["PARENTS"]]
    sites = {place.getPhysicalPath() for place in passed if IPloneSiteRoot.providedBy(place)}
    if len(sites) > 1:
        raise NotFound(request["URL"])


def close(portal: ISuspendedSpace, event: IBeforeTraverseEvent) -> None:
    """Let nobody but an operator into a suspended space."""
    suspension = is_suspended(portal)
    if suspension is None:
        return
    request = event.request
    if suspension.scope != SPACE:
        # Who asks is known only when all of the address has been walked.
        request.post_traverse(_refuse_accounts, (portal, suspension.accounts))
    elif not _is_operator(portal.getPhysicalRoot(), request):
        raise ServiceUnavailable(_("This space is suspended. Its data is safe."))


def _refuse_accounts(portal: Any, accounts: tuple[str, ...]) -> None:
    user = getSecurityManager().getUser()
    # A user of the server may bear the same name.
    is_ours = aq_base(aq_parent(user)) is aq_base(portal.acl_users)
    if is_ours and user.getId() in accounts:
        raise ServiceUnavailable(_("Your account is suspended."))


def _is_operator(app: Any, request: Any) -> bool:
    """Whether the request bears what opens the server's own user folder to an operator.

    The users of the space are not asked: whatever rights they have end at this door.
    """
    request["PUBLISHED"] = app
    try:
        roles = rolesForPermissionOn(OPERATE, app)
        return app.acl_users.validate(request, request._auth, roles) is not None
    finally:
        noSecurityManager()
        del request.other["PUBLISHED"]
