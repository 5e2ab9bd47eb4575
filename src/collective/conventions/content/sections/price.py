"""What it costs, and how that changes (C11, O3)."""

from collective.conventions import _
from collective.conventions.content import rows
from collective.conventions.content import sources
from collective.conventions.content import vocabularies
from collective.conventions.content.fields import civil_date
from collective.conventions.content.fields import table
from collective.conventions.content.sections.notice import INotice
from decimal import Decimal
from plone.supermodel import model
from zope import schema


class IPrice(INotice):
    """What it costs, and how that changes (C11, O3)."""

    model.fieldset(
        "price",
        label=_("Price"),
        fields=[
            "issuer",
            "customer",
            "prices",
            "participants",
            "reduction_percent",
            "reduction_condition",
            "index_series",
            "index_base_month",
            "index_fixed_part",
            "index_moving_part",
            "index_rule",
            "index_lag_months",
            "index_rounding",
            "exemption_reason",
            "payment_days",
            "communication",
            "buyer_reference",
        ],
    )
    issuer = schema.Choice(
        title=_("Invoiced by"),
        description=_("The party that is paid. Nothing is invoiced when left empty."),
        source=sources.partners,
        required=False,
    )
    customer = schema.Choice(
        title=_("Invoiced to"),
        description=_("When left empty: the other one of two parties."),
        source=sources.partners,
        required=False,
    )
    prices = table(rows.IPriceRow, _("Prices"), _("Without VAT."))
    participants = schema.Int(title=_("Number of participants"), required=False, min=0, max=1000000)
    reduction_percent = schema.Decimal(
        title=_("Reduction (%)"), required=False, min=Decimal(0), max=Decimal(100)
    )
    reduction_condition = schema.Choice(
        title=_("The reduction holds"),
        vocabulary=vocabularies.REDUCTION_CONDITIONS,
        required=False,
    )
    index_series = schema.Choice(
        title=_("Indexed by"),
        description=_("The price is the first one × (a + b × index / first index)."),
        vocabulary=vocabularies.INDEX_SERIES,
        required=False,
    )
    index_base_month = civil_date(
        title=_("Month of the first index"),
        description=_("Its first day."),
        required=False,
    )
    index_fixed_part = schema.Decimal(
        title=_("Fixed part (a)"),
        description=_("Both parts add up to 1; 0 when left empty."),
        required=False,
        min=Decimal(0),
        max=Decimal(1),
    )
    index_moving_part = schema.Decimal(
        title=_("Part that follows the index (b)"),
        description=_("1 when left empty."),
        required=False,
        min=Decimal(0),
        max=Decimal(1),
    )
    index_rule = schema.Choice(
        title=_("The price changes"),
        vocabulary=vocabularies.INDEX_RULES,
        default="january",
        required=False,
    )
    index_lag_months = schema.Int(
        title=_("By the index of so many months before"),
        description=_("1 when left empty: on 1 January, the index of December."),
        required=False,
        min=1,
        max=24,
    )
    index_rounding = schema.Choice(
        title=_("Price rounded"),
        vocabulary=vocabularies.INDEX_ROUNDINGS,
        default="cent",
        required=False,
    )
    exemption_reason = schema.TextLine(
        title=_("Why no VAT is charged"),
        description=_("The article of the law; needed for prices that are exempt."),
        required=False,
        max_length=500,
    )
    payment_days = schema.Int(
        title=_("To be paid within (days)"),
        description=_("Counted from the date of the invoice; 30 when left empty."),
        required=False,
        min=1,
        max=366,
    )
    communication = schema.Choice(
        title=_("Communication of the payment"),
        vocabulary=vocabularies.COMMUNICATIONS,
        default="number",
        required=False,
    )
    buyer_reference = schema.TextLine(
        title=_("Reference of the buyer"),
        description=_("What the customer asks to see on each invoice, such as an order number."),
        required=False,
        max_length=100,
    )
