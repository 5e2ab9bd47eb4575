"""How an invoice stands, in a word: by its state, its payments and the day."""

from collective.conventions import _
from collective.conventions.terms.document import Document
from collective.conventions.terms.paying import Balance
from collective.conventions.terms.paying import overdue
from datetime import date
from plone import api
from typing import Any
from zope.i18nmessageid import Message


STATES: dict[str, Message] = {
    "draft": _("Draft"),
    "issued": _("Issued"),
    "open": _("To be paid"),
    "overdue": _("Overdue"),
    "paid": _("Paid"),
    "credited": _("Credited"),
}


def shown_state(invoice: Any, document: Document, balance: Balance | None, today: date) -> str:
    """One of ``STATES``; "issued" is left to credit notes, which nobody pays."""
    return stated(api.content.get_state(invoice), balance, document.due, today)


def stated(state: str, balance: Balance | None, due: date | None, today: date) -> str:
    """The word for a state of the workflow, with what is open since when."""
    if state != "issued" or balance is None:
        return state
    return "overdue" if overdue(balance, due, today) else "open"
