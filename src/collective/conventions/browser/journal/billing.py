"""What an entry about invoices, payments and letters says."""

from collective.conventions import _
from collective.conventions.billing.paper.letter import TITLES
from zope import schema
from zope.i18nmessageid import Message
from zope.schema.interfaces import IField
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


ACTIONS: dict[str, Message] = {
    "part_issued": _("Issued: “${subject}”"),
    "part_received": _("Received: “${subject}”"),
    "part_sent": _("Sent by mail: ${subject}"),
    "enrolment_confirmed": _("Enrolment confirmed by mail"),
    "paid": _("Payment recorded: ${subject}"),
    "dunned": _("Letter about an overdue invoice: ${subject}"),
    "payment_set_aside": _("Movement of the account set aside: ${subject}"),
}
LETTERS = SimpleVocabulary([SimpleTerm(name, title=title) for name, title in TITLES.items()])
MEANS = SimpleVocabulary(
    [
        SimpleTerm("mail", title=_("By mail")),
        SimpleTerm("post", title=_("By post")),
        SimpleTerm("transfer", title=_("Transfer")),
    ]
)

#: What such an entry holds.
FIELDS: dict[str, IField] = {
    "number": schema.TextLine(title=_("Number")),
    "letter": schema.Choice(title=_("Letter"), vocabulary=LETTERS),
    "day": schema.Date(title=_("Day")),
    "amount": schema.Decimal(title=_("Amount")),
    "open": schema.Decimal(title=_("Still to pay")),
    "means": schema.Choice(title=_("Means"), vocabulary=MEANS),
    "address": schema.TextLine(title=_("To")),
    "payer": schema.TextLine(title=_("Payer")),
    "note": schema.TextLine(title=_("Communication")),
    "communication": schema.TextLine(title=_("Communication")),
    "account": schema.TextLine(title=_("Account (IBAN)")),
    "reference": schema.TextLine(title=_("Reference")),
    "checksum": schema.TextLine(title=_("Checksum")),
    "checksums": schema.TextLine(title=_("Checksums")),
}
