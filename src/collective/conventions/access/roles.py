"""The roles of a space and the groups that carry them.

A role is given to a group, never to a single person, so a change of membership touches no
content. ``Convention Responsible`` and ``Partner Contact`` exist on single items only; the
``Operator`` is a member of the maintenance team and known to the whole server.
"""

from collective.conventions import _
from zope.i18nmessageid import Message


AUTHOR = "Convention Author"
SECRETARY = "Council Secretary"
SIGNATURE_OFFICER = "Signature Officer"
FINANCE_OFFICER = "Finance Officer"
READER = "Convention Reader"
RESPONSIBLE = "Convention Responsible"
PARTNER_CONTACT = "Partner Contact"
SPACE_MANAGER = "Space Manager"
OPERATOR = "Operator"

ROLES = (
    AUTHOR,
    SECRETARY,
    SIGNATURE_OFFICER,
    FINANCE_OFFICER,
    READER,
    RESPONSIBLE,
    PARTNER_CONTACT,
    SPACE_MANAGER,
    OPERATOR,
)

#: The Zope management screens of a space, for a member to whom they were granted and as long as
#: they are. Like the operator's it is no role of the site, so nobody there can give it.
ADVANCED = "Advanced Access"

#: group id → (title, role)
GROUPS: dict[str, tuple[Message, str]] = {
    "convention_authors": (_("Authors of conventions"), AUTHOR),
    "council_secretaries": (_("Council secretaries"), SECRETARY),
    "signature_officers": (_("Signature officers"), SIGNATURE_OFFICER),
    "finance_officers": (_("Finance officers"), FINANCE_OFFICER),
    "convention_readers": (_("Readers of conventions"), READER),
    "space_managers": (_("Managers of the space"), SPACE_MANAGER),
}

#: The roles that see an annex which may only be consulted at the secretariat (B3).
SECRETARIAT = (AUTHOR, SECRETARY, RESPONSIBLE, SPACE_MANAGER, "Manager")
