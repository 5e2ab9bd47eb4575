"""Which addresses the connector speaks to: only what the operator has named, and only safely."""

from collective.conventions import _
from collective.conventions.interfaces import BadRequest
from ipaddress import ip_address
from urllib.parse import urlsplit
import socket


LOCAL = ("localhost", "127.0.0.1", "::1")


def checked(address: str, private: bool = False) -> str:
    """The address of a container, without a slash at its end.

    It is one of the web, encrypted unless it is on this very machine, and leads to no private
    network unless the operator says so: a slip must not carry a folder, or a password, elsewhere.

    :param private: whether addresses of a private network may be spoken to.
    :raises BadRequest: it is none of these; the text says why.
    """
    try:
        parts = urlsplit(address)
        host, _port = parts.hostname or "", parts.port
    except ValueError:
        host = ""
    if not host or not address.isprintable() or set(address) & set(" <>\"'\\"):
        raise BadRequest(_("This is not a web address, as in https://www.example.be."))
    if parts.username or parts.password or parts.query or parts.fragment:
        raise BadRequest(_("The address may hold no login, query or fragment."))
    if parts.scheme != "https" and (parts.scheme != "http" or host not in LOCAL):
        raise BadRequest(_("The address must begin with https://."))
    if host not in LOCAL and not private:
        _refuse_private(host)
    return address.rstrip("/")


def _refuse_private(host: str) -> None:
    for found in _addresses(host):
        if not ip_address(found).is_global:
            raise BadRequest(
                _(
                    "${host} is in a private network. Set private = true if that is meant.",
                    mapping={"host": host},
                )
            )


def _addresses(host: str) -> set[str]:
    """The numbers behind a name; none where it is unknown, which the connection will tell."""
    try:
        found = socket.getaddrinfo(host, None, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        return set()
    return {str(one[4][0]).partition("%")[0] for one in found}
