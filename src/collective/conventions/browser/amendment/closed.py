"""Whether what an amendment changes may still be written."""

from collective.conventions import _
from collective.conventions.access.aspects import permitted
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from plone import api
from typing import Any


def refuse_closed(amendment: Any) -> None:
    """Refuse it where the state or the permissions of the reader forbid it.

    :raises Conflict: the amendment is no draft any more.
    :raises Forbidden: the current user may not change it.
    """
    if "terms" in permitted(amendment):
        return
    if api.content.get_state(amendment) != "draft":
        raise Conflict(_("The state of the amendment does not allow this change."))
    raise Forbidden(_("You may not change this now."))
