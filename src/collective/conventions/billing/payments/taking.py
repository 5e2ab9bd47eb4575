"""Taking a statement: what is certain is recorded, the rest waits for a person.

Every movement has a transaction of its own, so a bad one stops no other, and the same statement
may be taken again at any moment.
"""

from collective.conventions import _
from collective.conventions.billing.parties import item_of
from collective.conventions.billing.payments import shelf
from collective.conventions.billing.payments.arriving import Arrival
from collective.conventions.billing.payments.arriving import Book
from collective.conventions.billing.payments.arriving import shares
from collective.conventions.billing.payments.book import Payment
from collective.conventions.billing.payments.payable import Payable
from collective.conventions.billing.payments.payable import payable_of
from collective.conventions.billing.payments.reach import Reach
from collective.conventions.billing.payments.record import record
from collective.conventions.billing.payments.statement import Entry
from collective.conventions.billing.payments.statement import Statement
from collective.conventions.billing.telling import why
from collective.conventions.committing import committed
from collective.conventions.interfaces import Conflict
from collective.conventions.progress import Failure
from collective.conventions.progress import Progress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import partial
from typing import Any
import logging
import transaction


WORK = "payments"
#: Others may record at the same moment, each with a word on the root of the server.
TRIES = 10
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Taken:
    """What came of a statement: ``known`` counts what had been dealt with before."""

    recorded: tuple[Arrival, ...] = ()
    waiting: tuple[Arrival, ...] = ()
    known: int = 0
    failures: tuple[Failure, ...] = ()


def take(
    statement: Statement, today: date, progress: Progress | None = None, app: Any = None
) -> Taken:
    """Record what a statement says for certain, and keep what a person has to look at.

    :param app: the root of the server, to take it over all spaces.
    :raises Forbidden: the current user may not record payments.
    """
    progress, reach = progress or Progress(), Reach(app)
    book = Book(reach, statement.account)
    recorded, waiting, known, failures = [], [], 0, []
    progress.begin(WORK, len(statement.entries))
    for entry in statement.entries:
        if progress.stopped:
            break
        arrival = book.arrival(entry, today)
        try:
            if committed(partial(_take, reach, arrival, today), TRIES):
                recorded.append(arrival)
                book.settle(arrival)
            elif arrival.waits:
                waiting.append(arrival)
            else:
                known += arrival.known or arrival.certain
            progress.done(WORK, said(entry))
        except Exception as error:
            transaction.abort()
            logger.warning("The movement %s is not recorded", entry.reference, exc_info=True)
            failures.append(Failure(said(entry), why(error)))
            progress.failed(WORK, failures[-1])
            committed(partial(_keep, reach, arrival, today), TRIES)
    return Taken(tuple(recorded), tuple(waiting), known, tuple(failures))


def said(entry: Entry) -> str:
    """A movement in a line of a report."""
    return " ".join(filter(None, (entry.day.isoformat(), str(entry.amount), entry.name)))


def record_shares(
    reach: Reach, entry: Entry, parts: tuple[tuple[Payable, Decimal], ...], today: date
) -> bool:
    """Record what a movement pays of each invoice; tells whether nobody had done so.

    :raises Conflict: an invoice has been paid or credited since it was looked at.
    """
    if shelf.was_taken(reach.place, entry.reference):
        return False
    for payable, _amount in parts:
        with reach.inside(payable.space):
            present = payable_of(payable.space, item_of(payable.uid))
            if present is None or present.balance != payable.balance:
                raise Conflict(_("This invoice has changed meanwhile. Please try again."))
    for payable, amount in parts:
        with reach.inside(payable.space):
            record(item_of(payable.uid), _payment(entry, amount), today)
    shelf.take_down(reach.place, entry.reference, today)
    return True


def _take(reach: Reach, arrival: Arrival, today: date) -> bool:
    """Deal with one movement; tells whether it is recorded now."""
    if arrival.certain:
        parts = shares(arrival.entry.amount, arrival.invoices)
        return record_shares(reach, arrival.entry, parts, today)
    if arrival.waits:
        _keep(reach, arrival, today)
    return False


def _keep(reach: Reach, arrival: Arrival, today: date) -> None:
    reference = arrival.entry.reference
    if shelf.find(reach.place, reference) is None and not shelf.was_taken(reach.place, reference):
        shelf.put(reach.place, shelf.Shelved(arrival.account, arrival.entry, today))


def _payment(entry: Entry, amount: Decimal) -> Payment:
    return Payment(
        entry.day, amount, entry.reference, payer=entry.name, note=entry.communication[:500]
    )
