"""What the manager of a space may set; it lies in the registry of the space.

What only the operator sets (the storage limit, whom to call) lies on the root of the server, so
nothing that is reached from inside of a space can change it.
"""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.billing.series import IBillingSettings
from collective.conventions.billing.series import PREFIX as BILLING
from collective.conventions.content import vocabularies
from collective.conventions.deadlines.reminders.rules import IReminderSettings
from collective.conventions.deadlines.reminders.settings import ADDRESS
from typing import Any
from zope import schema
from zope.interface import Interface


class IConventionDefaults(Interface):
    """With what a new convention begins; each may be changed in the convention."""

    kind = schema.Choice(title=_("Kind"), vocabulary=vocabularies.KINDS, required=False)
    text_language = schema.Choice(
        title=_("Language of the text"),
        vocabulary=vocabularies.LANGUAGES,
        required=False,
        default="fr",
    )
    monetary = schema.Bool(
        title=_("Monetary"),
        description=_("Does a party owe a price? A non-monetary convention is never invoiced."),
        required=False,
        default=True,
    )
    notice_count = schema.Int(
        title=_("Notice"),
        description=_("How many days or months it takes; none when left empty."),
        required=False,
        min=1,
        max=1200,
    )
    notice_unit = schema.Choice(
        title=_("Notice counted in"),
        vocabulary=vocabularies.NOTICE_UNITS,
        required=False,
        default="months",
    )
    notice_means = schema.Choice(
        title=_("Notice given by"), vocabulary=vocabularies.NOTICE_MEANS, required=False
    )
    notice_basis = schema.Choice(
        title=_("Notice counted from"),
        vocabulary=vocabularies.NOTICE_BASES,
        required=False,
        default="sending",
    )
    dispute_settlement = schema.Text(
        title=_("Settlement of disputes"), required=False, max_length=5000
    )


class INumbering(Interface):
    """How new conventions are numbered that have no reference of their own."""

    reference_pattern = schema.TextLine(
        title=_("Pattern of our reference"),
        description=_(
            "As in CONV/{year}/{number}: where the year stands in it, the numbers begin anew each "
            "year. Nothing is numbered when left empty."
        ),
        required=False,
        max_length=80,
    )
    reference_digits = schema.Int(
        title=_("Digits of the number"),
        description=_("A shorter number has zeros before it."),
        required=False,
        min=1,
        max=8,
        default=3,
    )


class IHelp(Interface):
    """Whom the members of a space ask first, inside of the entity."""

    help_name = schema.TextLine(title=_("Name"), required=False, max_length=200)
    help_email = schema.TextLine(title=_("E-mail address"), required=False, max_length=200)
    help_phone = schema.TextLine(title=_("Telephone"), required=False, max_length=50)


DEFAULTS, HELP = "collective.conventions.defaults", "collective.conventions.help"
NUMBERING = "collective.conventions.numbering"


def _fields(interface: type[Interface], prefix: str) -> Mapping[str, tuple[str, Any]]:
    return {name: (f"{prefix}.{name}", field) for name, field in schema.getFieldsInOrder(interface)}


#: Every setting by its name: its record in the registry, and its field.
SETTINGS: Mapping[str, tuple[str, Any]] = {
    **_fields(IConventionDefaults, DEFAULTS),
    **_fields(INumbering, NUMBERING),
    **_fields(IHelp, HELP),
    **_fields(IBillingSettings, BILLING),
    "address": (ADDRESS, schema.getFields(IReminderSettings)["address"]),
}
#: The settings of conventions.
OF_CONVENTIONS = tuple(schema.getFieldNamesInOrder(IConventionDefaults))
#: The settings of invoices.
OF_INVOICES = tuple(schema.getFieldNamesInOrder(IBillingSettings))
#: What only the operator sets, on the root of the server.
OPERATORS = ("storage_limit", "maintenance_contact")
