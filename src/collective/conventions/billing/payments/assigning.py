"""What a person decides about the movements that nothing was certain of."""

from collective.conventions import _
from collective.conventions.billing.parties import item_of
from collective.conventions.billing.payments import shelf
from collective.conventions.billing.payments.arriving import Arrival
from collective.conventions.billing.payments.arriving import Book
from collective.conventions.billing.payments.arriving import shares
from collective.conventions.billing.payments.payable import Payable
from collective.conventions.billing.payments.payable import payable_of
from collective.conventions.billing.payments.reach import Reach
from collective.conventions.billing.payments.shelf import Shelved
from collective.conventions.billing.payments.taking import record_shares
from collective.conventions.billing.payments.taking import said
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import NotFound
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.actor import actor
from collective.conventions.journal.storage import journal_of_space
from collective.conventions.server import journal as server_journal
from collective.conventions.terms.findings import Finding
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any


ACTION = "payment_set_aside"


def waiting(today: date, app: Any = None) -> tuple[Arrival, ...]:
    """The movements that wait, the latest first, with what they could be meant for now.

    :param app: the root of the server, for what waits there.
    :raises Forbidden: the current user may not record payments.
    """
    reach = Reach(app)
    found = [one for one in shelf.shelved(reach.place) if not one.reason]
    books = {account: Book(reach, account) for account in {one.account for one in found}}
    return tuple(books[one.account].arrival(one.entry, today) for one in found)


def set_aside_before(app: Any = None) -> tuple[Shelved, ...]:
    """The movements that were set aside, the latest first, each with its reason."""
    return tuple(one for one in shelf.shelved(Reach(app).place) if one.reason)


def assign(reference: str, *uids: str, today: date, app: Any = None) -> None:
    """Record a movement that waits, or was set aside, as a payment of what a person has chosen.

    :param uids: of the invoices; of several, each gets what it asks and the last one the rest.
    :raises NotFound: there is no such movement or invoice.
    :raises Conflict: nobody pays this document, or the movement has been recorded meanwhile.
    :raises UnprocessableEntity: no invoice is chosen, or the movement cannot be recorded.
    """
    reach = Reach(app)
    one = _kept(reach, reference)
    if not uids:
        raise UnprocessableEntity(findings=(Finding("required", "invoice"),))
    chosen = [_chosen(reach, uid) for uid in dict.fromkeys(uids)]
    if not record_shares(reach, one.entry, shares(one.entry.amount, chosen), today):
        raise Conflict(_("This movement has been recorded already."))


def set_aside(reference: str, reason: str, app: Any = None) -> None:
    """Say that a movement pays no invoice, and why; it is kept, and can still be assigned.

    :raises NotFound: no such movement waits.
    :raises UnprocessableEntity: no reason is given.
    """
    reach = Reach(app)
    one = _kept(reach, reference)
    if not reason.strip():
        raise UnprocessableEntity(findings=(Finding("required", "reason"),))
    who = server_journal.present_actor() if reach.whole else actor()
    shelf.put(reach.place, replace(one, reason=reason.strip(), actor=who))
    told = {"actor": who, "subject": said(one.entry), "reason": reason.strip()}
    after = {"account": one.account, "communication": one.entry.communication}
    if reach.whole:
        server_journal.record(reach.root, ACTION, **told, after=after)
    else:
        journal_of_space().append(ACTION, **told, after=after)


def _kept(reach: Reach, reference: str) -> Shelved:
    one = shelf.find(reach.place, reference)
    if one is None:
        raise NotFound(_("No such movement waits."))
    return one


def _chosen(reach: Reach, uid: str) -> Payable:
    for found in reach.gather(partial(_found, uid)):
        if found is None:
            raise Conflict(_("Only what has been issued is paid."))
        return found
    raise NotFound(_("There is no such invoice."))


def _found(uid: str, portal: Any) -> list[Payable | None]:
    invoice = item_of(uid)
    if getattr(invoice, "portal_type", "") != "Invoice":
        return []
    return [payable_of(portal.getId(), invoice)]
