"""What must be known before a mail can be sent."""

from collective.conventions import _
from plone import api
from zope.globalrequest import getRequest
from zope.i18nmessageid import Message


ADDRESS = "collective.conventions.reminders.address"
#: The host of a request that no browser has sent.
NOWHERE = "http://nohost"


def obstacles() -> tuple[Message, ...]:
    """Why the present space can send no mail, each in a sentence; empty when it can."""
    found = []
    if not _record("plone.smtp_host"):
        found.append(_("The space has no mail server: it is named in the mail settings."))
    if not _record("plone.email_from_address"):
        found.append(_("The space has no sender's address: it is named in the mail settings."))
    if not space_address():
        found.append(
            _("The address of the space is not known, so a mail could not link to its conventions.")
        )
    return tuple(found)


def space_address() -> str:
    """The address under which people open the space, without a slash at its end."""
    recorded = str(_record(ADDRESS) or "").rstrip("/")
    if recorded or str(getRequest().get("SERVER_URL", NOWHERE)) == NOWHERE:
        return recorded
    return str(api.portal.get().absolute_url())


def _record(name: str) -> object:
    return api.portal.get_registry_record(name, default=None)
