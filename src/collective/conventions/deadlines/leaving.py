"""What is kept for a member goes with his account."""

from collective.conventions.deadlines import preferences
from collective.conventions.deadlines.calendar import addresses
from plone import api
from plone.api.exc import CannotGetPortalError
from Products.PluggableAuthService.interfaces.events import IPrincipalDeletedEvent


def member_deleted(event: IPrincipalDeletedEvent) -> None:
    """Forget a member; a user of the server itself, outside all spaces, has nothing here."""
    try:
        api.portal.get()
    except CannotGetPortalError:
        return
    preferences.forget(event.principal)
    addresses.revoke(event.principal)
