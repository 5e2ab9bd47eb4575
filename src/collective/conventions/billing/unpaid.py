"""The invoices of a convention that are overdue, for a letter that asks for them."""

from collections.abc import Iterator
from collective.conventions.billing.balance import balance_of
from collective.conventions.billing.balance import parts_of
from collective.conventions.billing.frozen import issued_of
from collective.conventions.documents.filling.letters import Unpaid
from collective.conventions.terms.paying import overdue
from datetime import date
from plone import api
from typing import Any


def unpaid(convention: Any, today: date) -> tuple[Unpaid, ...]:
    """What was issued to the other party and is still open after its day, by number.

    None of them for those who may not see the invoices.
    """
    if not api.user.has_permission("collective.conventions: View Billing", obj=convention):
        return ()
    return tuple(sorted(_unpaid(convention, today), key=lambda one: one.number))


def _unpaid(convention: Any, today: date) -> Iterator[Unpaid]:
    for invoice in parts_of(convention):
        issued, balance = issued_of(invoice), balance_of(invoice)
        if issued is None or balance is None or issued.received:
            continue
        document = issued.document
        if document.kind == "invoice" and overdue(balance, document.due, today):
            yield Unpaid(document.number, document.issued, document.due, balance.owed, balance.open)
