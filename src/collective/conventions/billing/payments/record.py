"""Recording that something was paid, or given back."""

from Acquisition import aq_parent
from collective.conventions import _
from collective.conventions.billing.figures import refresh
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.payments.book import Payment
from collective.conventions.billing.payments.book import write_down
from collective.conventions.billing.transitions import follow_facts
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.actor import actor
from collective.conventions.journal.storage import journal_of
from collective.conventions.terms.received import faults
from dataclasses import asdict
from datetime import date
from plone import api
from typing import Any


RECORD = "collective.conventions: Record Payment"


def record(invoice: Any, payment: Payment, today: date) -> bool:
    """Record a payment of an issued invoice; tells whether it is new.

    The same one again (by its reference) changes nothing, so a statement may be read twice.

    :raises Forbidden: the current user may not record payments.
    :raises Conflict: the invoice has not been issued, or is a credit note.
    :raises UnprocessableEntity: ``findings`` name everything that is wrong.
    """
    if not api.user.has_permission(RECORD, obj=invoice):
        raise Forbidden(_("You may not record payments."))
    issued = issued_of(invoice)
    if issued is None:
        raise Conflict(_("Only what has been issued is paid."))
    if issued.document.kind != "invoice":
        raise Conflict(_("A credit note is not paid. Record what was given back with its invoice."))
    if found := faults(payment.day, payment.amount, payment.reference, today):
        raise UnprocessableEntity(_("The payment cannot be recorded like this."), found)
    if not write_down(invoice, payment):
        return False
    journal = journal_of(aq_parent(invoice).UID())
    journal.append("paid", actor=actor(), subject=issued.number, after=asdict(payment))
    follow_facts(invoice)
    refresh(invoice)
    return True
