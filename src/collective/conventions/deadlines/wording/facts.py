"""What the dated facts are called, and who acts."""

from collective.conventions import _
from zope.i18nmessageid import Message


#: fact → its title, for a line of a table.
FACTS: dict[str, Message] = {
    "college_decided": _("The College decided"),
    "council_decided": _("The Council decided"),
    "supervision_sent": _("Sent to the supervisory authority"),
    "supervision_received": _("Received by the supervisory authority"),
    "supervision_until": _("Last day for the supervisory authority"),
    "supervision_decided": _("The supervisory authority decided"),
    "signed": _("Signed"),
    "original_received": _("Original received"),
    "condition_met": _("Condition met"),
    "starts": _("Enters into force"),
    "renews": _("Is renewed"),
    "paused": _("Is suspended"),
    "resumes": _("Is in force again"),
    "amended": _("Amendment takes effect"),
    "contacts_due": _("Contact persons to be named"),
    "commitment_due": _("Commitment due"),
    "letter": _("Letter"),
    "cure_until": _("Last day to make the breach good"),
    "may_terminate": _("May be terminated for the breach"),
    "notice_by": _("Last day to refuse the renewal"),
    "agree_by": _("Last day to agree on a renewal"),
    "ends": _("Ends"),
}

#: Of an amendment, which.
AMENDED = _("Amendment ${number} takes effect")

#: Who acts, where it is not one party by its name.
ACTORS: dict[str, Message] = {
    "parties": _("the parties"),
    "authority": _("the supervisory authority"),
    "council": _("the Council"),
    "college": _("the College"),
}

CERTAINTIES: dict[str, Message] = {
    "certain": _("certain"),
    "conditional": _("depends on what happens before"),
}
