"""Our control panel among those of Plone: which one an address names, and who may open it."""

from plone import api
from typing import Any
from zExceptions import NotFound
from zExceptions import Unauthorized


NAME = "conventions"
OURS, STOCK = "collective.conventions: Manage Space", "Plone Site Setup: Overview"


def is_ours(params: list[str], context: Any) -> bool:
    """Whether the address names our panel; who may not open the one it names is refused.

    :raises Unauthorized: the present user may not.
    :raises NotFound: our panel has no parts.
    """
    ours = params[:1] == [NAME]
    if not api.user.has_permission(OURS if ours else STOCK, obj=context):
        raise Unauthorized("You are not authorized to access this resource.")
    if ours and len(params) > 1:
        raise NotFound(params[1])
    return ours
