"""The states of advanced access, in words."""

from collective.conventions import _
from collective.conventions.server import zmi
from zope.i18nmessageid import Message


#: state → (what it is called, the look of its badge)
STATES: dict[str, tuple[Message, str]] = {
    zmi.ASKED: (_("asked for"), "cv-state-draft"),
    zmi.GRANTED: (_("granted"), "cv-state-signed"),
    zmi.DECLINED: (_("declined"), "cv-state-terminated"),
    zmi.REVOKED: (_("revoked"), "cv-state-terminated"),
    zmi.RETURNED: (_("given back"), "cv-state-terminated"),
    zmi.EXPIRED: (_("expired"), "cv-state-terminated"),
}
