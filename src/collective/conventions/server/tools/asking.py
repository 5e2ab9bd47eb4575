"""Who may ask for something in the present space, and in whose name."""

from collective.conventions.server.tools.requests import Actor
from plone import api


#: Whoever looks after the space.
MAY_ASK = "collective.conventions: Manage Space"


def asker() -> Actor:
    """The member who is logged in."""
    user = api.user.get_current()
    return Actor(str(user.getId()), str(user.getProperty("fullname") or user.getUserName()))
