"""What can be done with the space itself, beside its conventions, and who may open each page."""

from collections.abc import Callable
from collective.conventions import _
from dataclasses import dataclass
from typing import NamedTuple
from zope.i18nmessageid import Message


class Way(NamedTuple):
    """A page of the space: its view, its title, and what somebody does there."""

    view: str
    title: Message
    purpose: Message
    permission: str


MANAGE = "collective.conventions: Manage Space"
BILLING = "collective.conventions: View Billing"

#: For who sends invoices.
MONEY = (
    Way("billing", _("Billing"), _("What is to be invoiced, what is open, payments"), BILLING),
)
#: For who writes agreements.
TEXTS = (
    Way(
        "library",
        _("Models"),
        _("What texts, decrees and letters are made from"),
        "collective.conventions: Use Models",
    ),
)
#: For who keeps the space, and for who needs the maintenance team.
KEEPING = (
    Way(
        "members",
        _("Members and groups"),
        _("Who has an account, and what each of them may do"),
        "collective.conventions: Manage Members",
    ),
    Way(
        "conventions-settings",
        _("Settings of the space"),
        _("Numbers of the conventions, what a form proposes, mails"),
        MANAGE,
    ),
    Way(
        "reminders",
        _("Reminders"),
        _("Who is reminded of what, and when"),
        "collective.conventions: Manage Reminders",
    ),
    Way(
        "legal-delays",
        _("Delays that a law sets"),
        _("How long the supervising authority has, with the source"),
        MANAGE,
    ),
    Way(
        "storage",
        _("Storage"),
        _("How much room the files take, and how to free some"),
        "collective.conventions: View Storage",
    ),
    Way(
        "journals",
        _("Journals of all conventions"),
        _("Who did what, and when"),
        "collective.conventions: View Journal of the Space",
    ),
)
HELP = (
    Way(
        "report-incident",
        _("Report an incident"),
        _("Somebody tries to break in, a password is lost: say so at once"),
        "collective.conventions: Use Space",
    ),
    Way(
        "tools",
        _("Tools"),
        _("What the space has, and what you can ask for"),
        "collective.conventions: View Internals",
    ),
    Way(
        "advanced-access",
        _("Advanced access"),
        _("The Zope management screens, for a purpose and until a day"),
        MANAGE,
    ),
)


@dataclass(frozen=True)
class Ways:
    """Some of these pages, under their heading."""

    id: str
    title: Message
    ways: list[Way]


def ways(may: Callable[[str], bool]) -> list[Ways]:
    """The pages that the reader may open; no heading stands alone."""
    found = [
        Ways("cv-texts", _("Texts"), [one for one in TEXTS if may(one.permission)]),
        Ways("cv-money", _("Finance"), [one for one in MONEY if may(one.permission)]),
        Ways("cv-keeping", _("Manage the space"), [one for one in KEEPING if may(one.permission)]),
        Ways("cv-help", _("Maintenance team"), [one for one in HELP if may(one.permission)]),
    ]
    return [one for one in found if one.ways]
