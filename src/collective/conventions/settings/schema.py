"""What the manager of a space may set; it lies in the registry of the space.

What only the operator sets (the storage limit, whom to call) lies on the root of the server, so
nothing that is reached from inside of a space can change it.
"""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.billing.series import IBillingSettings
from collective.conventions.billing.series import PREFIX as BILLING
from collective.conventions.content.convention import IConvention
from collective.conventions.deadlines.reminders.rules import IReminderSettings
from collective.conventions.deadlines.reminders.settings import ADDRESS
from copy import copy
from typing import Any
from zope import schema
from zope.interface import Interface


def _beginning(name: str) -> Any:
    """A field of a convention as a setting: the same, but it may be left empty."""
    field = copy(IConvention[name])
    field.interface, field.required = None, False
    return field


class IConventionDefaults(Interface):
    """With what a new convention begins; each may be changed in the convention."""

    kind = _beginning("kind")
    text_language = _beginning("text_language")
    monetary = _beginning("monetary")
    notice_count = _beginning("notice_count")
    notice_unit = _beginning("notice_unit")
    notice_means = _beginning("notice_means")
    notice_basis = _beginning("notice_basis")
    dispute_settlement = _beginning("dispute_settlement")


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
