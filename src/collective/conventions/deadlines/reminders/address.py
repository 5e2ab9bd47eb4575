"""The address with which the links in mails begin: a command has no browser that would tell it."""

from collective.conventions import _
from collective.conventions.deadlines.reminders.settings import ADDRESS
from collective.conventions.interfaces import BadRequest
from plone import api
from urllib.parse import urlsplit


LONGEST = 500


def recorded_address() -> str:
    """The address on record, without a slash at its end; empty where there is none."""
    return str(api.portal.get_registry_record(ADDRESS, default=None) or "").rstrip("/")


def set_space_address(address: str) -> None:
    """Put the address under which people open the space on record.

    :raises BadRequest: for what is no address of the web.
    """
    if not is_of_the_web(address):
        raise BadRequest(_("This is not a web address, as in https://www.example.be."))
    if address.rstrip("/") != recorded_address():
        api.portal.set_registry_record(ADDRESS, address.rstrip("/"))


def is_of_the_web(address: str) -> bool:
    """Whether links can begin with ``address``."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return False
    if len(address) > LONGEST or not address.isprintable() or set(address) & set(" <>\"'"):
        return False
    # What follows is a path: a query, a fragment or a login would swallow it or lead elsewhere.
    rest = (parts.query, parts.fragment, parts.username)
    return parts.scheme in ("http", "https") and bool(host) and not any(rest)
