"""Which conventions can be invoiced at all (D1, B6)."""

from Acquisition import aq_parent
from collective.conventions import _
from collective.conventions.content.amended import values_in_turn
from collective.conventions.interfaces import UnprocessableEntity
from typing import Any
from zope.i18nmessageid import Message
from zope.lifecycleevent.interfaces import IObjectAddedEvent


def refusal(convention: Any) -> Message | None:
    """Why no invoice can be made for ``convention``; ``None`` where one can.

    One that an amendment makes monetary, or free, is invoiced for the time in which it is not so.
    """
    turns = [values for _first, values in values_in_turn(convention)]
    if not any(values.get("monetary") for values in turns):
        return _("This convention is not monetary: no invoice can be made for it.")
    if all(values.get("free_of_charge") for values in turns):
        return _("This convention is free of charge: no invoice can be made for it.")
    return None


def refuse_invoice(invoice: Any, event: IObjectAddedEvent) -> None:
    """Refuse an invoice that its convention rules out, on whatever road it arrives."""
    if sentence := refusal(aq_parent(invoice)):
        raise UnprocessableEntity(sentence)
