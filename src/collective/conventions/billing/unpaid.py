"""Letters about a convention, with the overdue invoices that they may ask for."""

from collections.abc import Iterator
from collective.conventions.billing.balance import balance_of
from collective.conventions.billing.balance import parts_of
from collective.conventions.billing.frozen import issued_of
from collective.conventions.documents.filling.letters import Letter
from collective.conventions.documents.filling.letters import Unpaid
from collective.conventions.documents.rendering.addressed import sides
from collective.conventions.terms.paying import overdue
from datetime import date
from plone import api
from typing import Any


def letter_between(
    convention: Any,
    today: date,
    sender: str = "",
    recipient: str = "",
    reason: str = "",
    end: date | None = None,
) -> Letter:
    """A letter from one party to another, with what the other one owes it by invoices.

    :param end: the last day in force that the letter leads to.
    :raises BadRequest: see ``sides``, of which ``sender`` and ``recipient`` are.
    """
    writer, reader = sides(convention, today, sender, recipient)
    found = unpaid(convention, today, writer.UID(), reader.UID())
    return Letter(writer.title, reader.title, reason, end, found)


def unpaid(
    convention: Any, today: date, sender: str = "", recipient: str = ""
) -> tuple[Unpaid, ...]:
    """What was issued and is still open after its day, by number.

    :param sender: only what this partner has issued, by its UID; any when empty.
    :param recipient: only what was issued to this partner, by its UID; any when empty.
    :returns: nothing for those who may not see the invoices.
    """
    if not api.user.has_permission("collective.conventions: View Billing", obj=convention):
        return ()
    found = _unpaid(convention, today, sender, recipient)
    return tuple(sorted(found, key=lambda one: one.number))


def _unpaid(convention: Any, today: date, sender: str, recipient: str) -> Iterator[Unpaid]:
    for invoice in parts_of(convention):
        if sender not in ("", invoice.issuer) or recipient not in ("", invoice.customer):
            continue
        issued, balance = issued_of(invoice), balance_of(invoice)
        if issued is None or balance is None or issued.received:
            continue
        document = issued.document
        if document.kind == "invoice" and overdue(balance, document.due, today):
            yield Unpaid(document.number, document.issued, document.due, balance.owed, balance.open)
