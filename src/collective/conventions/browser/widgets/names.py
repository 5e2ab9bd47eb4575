"""What a row of each table is called, and the button that adds one."""

from collective.conventions import _
from zope.i18nmessageid import Message


ROW_NAMES: dict[str, Message] = {
    "": _("Row ${number}"),
    "parties": _("Party ${number}"),
    "signatories": _("Signatory ${number}"),
    "commitments": _("Commitment ${number}"),
    "contacts": _("Contact person ${number}"),
    "consents": _("Consent ${number}"),
    "undertakings": _("Undertaking ${number}"),
    "notices": _("Notice or letter ${number}"),
    "renewals_agreed": _("Renewal ${number}"),
    "reminders": _("Reminder ${number}"),
    "clauses": _("Clause ${number}"),
    "prices": _("Price ${number}"),
    "language_versions": _("Language version ${number}"),
    "representatives": _("Representative ${number}"),
    "lines": _("Line ${number}"),
    "price_changes": _("Change of a price ${number}"),
    "commitment_changes": _("Change of a commitment ${number}"),
    "party_changes": _("Change of a party ${number}"),
}
ADD_NAMES: dict[str, Message] = {
    "": _("Add a row"),
    "parties": _("Add a party"),
    "signatories": _("Add a signatory"),
    "commitments": _("Add a commitment"),
    "contacts": _("Add a contact person"),
    "consents": _("Add a consent"),
    "undertakings": _("Add an undertaking"),
    "notices": _("Add a notice or letter"),
    "renewals_agreed": _("Add a renewal"),
    "reminders": _("Add a reminder"),
    "clauses": _("Add a clause"),
    "prices": _("Add a price"),
    "language_versions": _("Add a language version"),
    "representatives": _("Add a representative"),
    "lines": _("Add a line"),
    "price_changes": _("Change a price"),
    "commitment_changes": _("Change a commitment"),
    "party_changes": _("Change a party"),
}
