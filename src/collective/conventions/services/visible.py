"""What a permission of the whole space does not say: whether this very thing may be seen."""

from plone import api
from typing import Any
from zExceptions import Unauthorized


def refuse_unseen(content: Any) -> None:
    """Refuse who may not see ``content``.

    The permissions of billing hold in the whole space, whatever the state of a convention is.

    :raises Unauthorized: then.
    """
    if not api.user.has_permission("View", obj=content):
        raise Unauthorized("You are not authorized to access this resource.")
