"""What a member has signed, and what follows from it, in words."""

from collective.conventions import _
from collective.conventions.server.team import CHARTER
from collective.conventions.server.team import Member
from collective.conventions.server.team import UNDERTAKING
from zope.i18nmessageid import Message


DOCUMENTS: dict[str, Message] = {
    CHARTER: _("Charter of the maintenance team"),
    UNDERTAKING: _("Confidentiality undertaking"),
}
#: state → (what it is called, the look of its badge)
STATES: dict[str, tuple[Message, str]] = {
    "rights": (_("has the rights of an operator"), "cv-state-signed"),
    "waits": (_("no rights yet"), "cv-state-draft"),
    "left": (_("has left"), "cv-state-terminated"),
}


def state_of(member: Member) -> str:
    """Where a member stands: a key of ``STATES``."""
    if member.left:
        return "left"
    return "rights" if member.has_rights else "waits"
