"""Who agrees, who signs, and whom to reach (C1, W1, W3)."""

from collective.conventions import _
from collective.conventions.content import rows
from collective.conventions.content.fields import table
from collective.conventions.content.sections.agreement import IAgreement
from plone.supermodel import model


class IParties(IAgreement):
    """Who agrees, who signs, and whom to reach (C1, W1, W3)."""

    model.fieldset("parties", label=_("Parties"), fields=["parties", "signatories", "contacts"])
    parties = table(rows.IPartyRow, _("Parties"), _("Two at least."))
    signatories = table(
        rows.ISignatoryRow,
        _("Signatories"),
        _("Who signs for each party. The dates are entered when the originals are signed."),
    )
    contacts = table(rows.IContactRow, _("Contact persons"))
