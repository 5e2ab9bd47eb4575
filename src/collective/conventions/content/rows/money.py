"""What a convention costs, and the lines of its invoices."""

from collective.conventions import _
from collective.conventions.content import vocabularies
from collective.conventions.content.fields import civil_date
from decimal import Decimal
from zope import schema
from zope.interface import Interface


class IPriceRow(Interface):
    """What a convention costs; amounts without VAT (C11, O3)."""

    description = schema.TextLine(
        title=_("Description"), description=_("As it stands on the invoice."), max_length=500
    )
    basis = schema.Choice(title=_("Charged"), vocabulary=vocabularies.PRICE_BASES)
    amount = schema.Decimal(title=_("Price (EUR)"), min=Decimal(0))
    vat_rate = schema.Decimal(
        title=_("VAT rate (%)"), default=Decimal(21), min=Decimal(0), max=Decimal(100)
    )
    vat_category = schema.Choice(
        title=_("VAT"), vocabulary=vocabularies.VAT_CATEGORIES, default="S", required=False
    )
    from_count = schema.Int(
        title=_("From so many participants"), required=False, min=1, max=1000000
    )
    day = civil_date(title=_("Due on"), required=False)
    indexed = schema.Bool(title=_("Indexed"), required=False, default=False)


class IInvoiceLineRow(Interface):
    """A line of an invoice."""

    description = schema.TextLine(title=_("Description"), max_length=500)
    quantity = schema.Decimal(title=_("Quantity"), default=Decimal(1))
    unit_price = schema.Decimal(title=_("Unit price (EUR)"))
    vat_rate = schema.Decimal(
        title=_("VAT rate (%)"), default=Decimal(21), min=Decimal(0), max=Decimal(100)
    )
    vat_category = schema.Choice(
        title=_("VAT"), vocabulary=vocabularies.VAT_CATEGORIES, default="S", required=False
    )
    unit = schema.Choice(
        title=_("Counted in"), vocabulary=vocabularies.UNITS, default="unit", required=False
    )
    reduction_percent = schema.Decimal(
        title=_("Reduction (%)"), required=False, min=Decimal(0), max=Decimal(100)
    )
    reduction_reason = schema.TextLine(
        title=_("Reason of the reduction"), required=False, max_length=500
    )
    period_start = civil_date(title=_("From"), required=False)
    period_end = civil_date(title=_("Until"), required=False)
    explanation = schema.TextLine(title=_("How the price is made"), required=False, max_length=1000)
