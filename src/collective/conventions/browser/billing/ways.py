"""The pages of billing, and who may open each."""

from collective.conventions import _
from collective.conventions.browser.space.ways import BILLING
from collective.conventions.browser.space.ways import Way


RECORD = "collective.conventions: Record Payment"

WAYS = (
    Way(
        "billing-run", _("Runs"), _("See what is due, and issue it; what earlier runs did"), BILLING
    ),
    Way(
        "billing-mails", _("Send invoices by mail"), _("What was issued and not sent yet"), BILLING
    ),
    Way("statement", _("Statement of the bank"), _("Match payments with invoices"), RECORD),
    Way("dunning", _("Dunning"), _("Who has to be reminded to pay"), BILLING),
    Way(
        "owed", _("What we owe"), _("Open invoices to us, with the numbers of their price"), BILLING
    ),
    Way("price-indexes", _("Price indexes"), _("The values that move indexed prices"), BILLING),
)
