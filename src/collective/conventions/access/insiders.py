"""Who belongs to the house, as against the people of a partner."""

from collective.conventions.access.roles import PARTNER_CONTACT
from collective.conventions.access.roles import ROLES
from plone import api
from typing import Any


INSIDE = frozenset({*ROLES, "Manager"} - {PARTNER_CONTACT})


def is_insider(context: Any) -> bool:
    """Whether the current user has a role of the space here, not only one of a partner."""
    return bool(INSIDE & set(api.user.get_roles(obj=context)))
