"""Who acts, as the journals of a space name him."""

from Acquisition import aq_parent
from plone import api
from plone.base.interfaces import IPloneSiteRoot


def actor() -> str:
    """The id of who acts; members of the server's own user folder bear the mark ``server/``."""
    user = api.user.get_current()
    if user.getId() is None:
        return "anonymous" if user.getUserName() == "Anonymous User" else "server/system"
    folder = aq_parent(getattr(user, "getUser", lambda: user)())
    in_space = folder is not None and IPloneSiteRoot.providedBy(aq_parent(folder))
    return user.getId() if in_space else f"server/{user.getId()}"
