"""Which conventions can be invoiced at all (D1, B6)."""

from Acquisition import aq_parent
from collective.conventions import _
from collective.conventions.interfaces import UnprocessableEntity
from typing import Any
from zope.i18nmessageid import Message
from zope.lifecycleevent.interfaces import IObjectAddedEvent


def refusal(convention: Any) -> Message | None:
    """Why no invoice can be made for ``convention``; ``None`` where one can."""
    if not convention.monetary:
        return _("This convention is not monetary: no invoice can be made for it.")
    if convention.free_of_charge:
        return _("This convention is free of charge: no invoice can be made for it.")
    return None


def refuse_invoice(invoice: Any, event: IObjectAddedEvent) -> None:
    """Refuse an invoice that its convention rules out, on whatever road it arrives."""
    if sentence := refusal(aq_parent(invoice)):
        raise UnprocessableEntity(sentence)
