"""The pages of billing, and who may open each."""

from collective.conventions import _
from collective.conventions.browser.space.ways import BILLING
from collective.conventions.browser.space.ways import Way


RECORD = "collective.conventions: Record Payment"

WAYS = (
    Way(
        "billing-run", _("Runs"), _("See what is due, and issue it; what earlier runs did"), BILLING
    ),
    Way("price-indexes", _("Price indexes"), _("The values that move indexed prices"), BILLING),
)
