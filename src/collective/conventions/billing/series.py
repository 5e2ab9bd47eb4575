"""The series of numbers that a space uses for what it issues in its own name."""

from collective.conventions import _
from plone import api
from zope import schema
from zope.interface import Interface


PREFIX = "collective.conventions.billing"


class IBillingSettings(Interface):
    """How the invoices of a space are numbered; see ``terms.series`` for what a series can be."""

    invoice_series = schema.TextLine(
        title=_("Series of invoices"),
        description=_("Stands before the year, as in “A-2026-0001”; may be left empty."),
        required=False,
        max_length=10,
    )
    credit_note_series = schema.TextLine(
        title=_("Series of credit notes"),
        description=_("Another one than that of invoices, as in “NC-2026-0001”."),
        required=False,
        default="NC",
        max_length=10,
    )


def series_of(kind: str, of_space: bool) -> str:
    """The series of a document kind, as the space has set it or as the operator uses it."""
    field = IBillingSettings[f"{kind}_series"]
    default = field.default or ""
    if not of_space:
        return default
    return api.portal.get_registry_record(f"{PREFIX}.{field.getName()}", default=default) or ""
