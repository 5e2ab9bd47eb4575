"""The series of numbers that a space uses for what it issues in its own name."""

from collective.conventions import _
from plone import api
from zope import schema
from zope.interface import Interface


PREFIX = "collective.conventions.billing"


class IBillingSettings(Interface):
    """How the invoices of a space are numbered."""

    invoice_series = schema.TextLine(
        title=_("Series of invoices"),
        description=_("Stands before the year, as in “A-2026-0001”; may be left empty."),
        required=False,
        default="",
        max_length=10,
        constraint=lambda text: text.isalnum() or not text,
    )
    credit_note_series = schema.TextLine(
        title=_("Series of credit notes"),
        description=_("Letters and digits; another one than that of invoices."),
        required=False,
        default="NC",
        max_length=10,
        constraint=lambda text: text.isalnum() or not text,
    )


def series_of(kind: str, of_space: bool) -> str:
    """The series of a document kind, as the space has set it or as the operator uses it."""
    field = IBillingSettings[f"{kind}_series"]
    if not of_space:
        return str(field.default)
    return str(
        api.portal.get_registry_record(f"{PREFIX}.{field.getName()}", default=field.default) or ""
    )
