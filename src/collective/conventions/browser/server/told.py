"""The entries of the journal of the server, as a person reads them."""

from collective.conventions import _
from collective.conventions.browser.page import Page
from collective.conventions.journal.chain import Entry
from dataclasses import dataclass
from typing import Any
from zope.i18nmessageid import Message


#: What was done; an act that is not here is shown by its name.
ACTIONS: dict[str, Message] = {
    "space_created": _("Space made"),
    "space_found": _("Space found on the server and registered"),
    "space_gone": _("Space no longer found on the server"),
    "entry_changed": _("Entry changed"),
    "limit_found": _("Limit set in the space, taken over"),
    "billing_begun": _("Run over the spaces begun"),
    "billing_ended": _("Run over the spaces ended"),
    "issuer_given": _("Issuer given"),
    "indexes_entered": _("Price indexes entered"),
    "index_removed": _("Price index removed"),
    "link_given": _("New link given to a manager"),
    "payment_set_aside": _("Movement of the account set aside"),
}


@dataclass(frozen=True)
class Told:
    """One entry: ``changes`` holds the name of each value, before and after."""

    number: int
    moment: str
    action: str
    actor: str
    subject: str
    reason: str
    changes: list[tuple[str, str, str]]


def told(page: Page, entry: Entry) -> Told:
    """An entry in the reader's language."""
    names = sorted({*entry.before, *entry.after})
    return Told(
        number=entry.number,
        moment=page.moment(entry.instant),
        action=page.t(ACTIONS.get(entry.action, entry.action.replace("_", " "))),
        actor=entry.actor,
        subject=entry.subject,
        reason=entry.reason,
        changes=[(n, _text(entry.before.get(n)), _text(entry.after.get(n))) for n in names],
    )


def _text(value: Any) -> str:
    return "" if value is None else str(value)
