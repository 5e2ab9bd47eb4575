"""What the steps of a convention are called, and what comes next in each state."""

from collective.conventions import _
from zope.i18nmessageid import Message


STEPS: dict[str, Message] = {
    "approve": _("Approve"),
    "sign": _("Sign"),
    "withdraw": _("Return to draft"),
    "terminate": _("Terminate"),
}

#: What has to happen next, for who cannot do it himself.
NEXT: dict[str, Message] = {
    "draft": _("The Council has still to approve the convention."),
    "council_approved": _("The parties have still to sign."),
    "signed": _("The convention is signed. What follows from it is recorded here."),
    "terminated": _("The convention has ended. Nothing more is to be done."),
}
