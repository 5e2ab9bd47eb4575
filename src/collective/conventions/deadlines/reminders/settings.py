"""What must be known before a mail can be sent."""

from collective.conventions import _
from collective.conventions import posting
from plone import api
from zope.globalrequest import getRequest
from zope.i18nmessageid import Message


ADDRESS = "collective.conventions.reminders.address"
#: The host of a request that no browser has sent.
NOWHERE = "http://nohost"


def obstacles() -> tuple[Message, ...]:
    """Why the present space can send no reminder, each in a sentence; empty when it can."""
    if space_address():
        return posting.obstacles()
    return (
        *posting.obstacles(),
        _("The address of the space is not known, so a mail could not link to its conventions."),
    )


def space_address() -> str:
    """The address under which people open the space, without a slash at its end."""
    recorded = str(_record(ADDRESS) or "").rstrip("/")
    if recorded or str(getRequest().get("SERVER_URL", NOWHERE)) == NOWHERE:
        return recorded
    return str(api.portal.get().absolute_url())


def _record(name: str) -> object:
    return api.portal.get_registry_record(name, default=None)
