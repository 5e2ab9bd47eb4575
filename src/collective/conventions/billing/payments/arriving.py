"""What a bank's statement brings: which invoice each movement pays, or gives back of."""

from collections.abc import Iterable
from collective.conventions.billing.payments import shelf
from collective.conventions.billing.payments.payable import Payable
from collective.conventions.billing.payments.payable import payables
from collective.conventions.billing.payments.reach import Reach
from collective.conventions.billing.payments.statement import Entry
from collective.conventions.billing.payments.statement import Statement
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.matching import Match
from collective.conventions.terms.matching import match
from collective.conventions.terms.matching import Payment
from collective.conventions.terms.received import faults
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any


NOTHING = Match("none", "nothing")


@dataclass(frozen=True)
class Arrival:
    """A movement on ``account`` with what it pays; ``known`` when it was dealt with before.

    ``findings`` say why it cannot be recorded as it is.
    """

    account: str
    entry: Entry
    match: Match
    findings: tuple[Finding, ...] = ()
    known: bool = False

    @property
    def invoices(self) -> tuple[Payable, ...]:
        """The invoices that it could be meant for."""
        return tuple(one for one in self.match.claims if isinstance(one, Payable))

    @property
    def certain(self) -> bool:
        """Whether it can be recorded without asking anybody.

        What the payer named can be paid in part or with too much. What is given back must be just
        what was paid too much: other debts of ours may bear the same numbers.
        """
        if self.known or self.findings:
            return False
        in_part = self.match.verdict in ("partial", "over") and self.entry.amount > 0
        return self.match.verdict == "exact" or in_part

    @property
    def waits(self) -> bool:
        """Whether a person is to say what it is. What we pay to others is none of our business."""
        if self.known or self.certain or not self.entry.amount:
            return False
        return self.entry.amount > 0 or self.match.ground != NOTHING.ground


def shares(amount: Decimal, invoices: Iterable[Payable]) -> tuple[tuple[Payable, Decimal], ...]:
    """What each of several invoices gets of an amount: what it asks, and the last one the rest."""
    *others, last = invoices
    found, rest, sign = [], abs(amount), Decimal(1 if amount > 0 else -1)
    for one in others:
        asked = one.balance.open if amount > 0 else one.balance.overpaid
        found.append((one, sign * min(rest, asked)))
        rest -= min(rest, asked)
    return tuple((one, part) for one, part in (*found, (last, sign * rest)) if part)


class Book:
    """The invoices that are paid on an account, as they stand while movements are read."""

    def __init__(self, reach: Reach, account: str) -> None:
        self.reach, self.account = reach, account
        found = reach.gather(lambda portal: payables(portal, account))
        self._invoices = {(one.space, one.uid): one for one in found}
        self._known = {ref for one in self._invoices.values() for ref in one.references}

    def arrival(self, entry: Entry, today: date) -> Arrival:
        """What a movement pays as things stand."""
        if self._is_known(entry.reference):
            return Arrival(self.account, entry, NOTHING, known=True)
        found = match(Payment(abs(entry.amount), entry.communication, entry.iban), self._on(entry))
        findings = faults(entry.day, entry.amount, entry.reference, today)
        return Arrival(self.account, entry, found, findings)

    def settle(self, arrival: Arrival) -> None:
        """Let what follows see that a movement has paid."""
        for one, amount in shares(arrival.entry.amount, arrival.invoices):
            known = self._invoices[one.space, one.uid]
            self._invoices[one.space, one.uid] = known.after(amount)
        self._known.add(arrival.entry.reference)

    def _on(self, entry: Entry) -> Iterable[Payable]:
        """What a movement can be meant for: asked of others, or paid by them."""
        if entry.amount > 0:
            return self._invoices.values()
        return (one.to_give_back() for one in self._invoices.values() if one.balance.paid)

    def _is_known(self, reference: str) -> bool:
        if reference in self._known or shelf.was_taken(self.reach.place, reference):
            return True
        waiting = shelf.find(self.reach.place, reference)
        return waiting is not None and bool(waiting.reason)


def arrivals(statement: Statement, today: date, app: Any = None) -> tuple[Arrival, ...]:
    """What each movement of a statement would pay, one after the other; nothing is written.

    :param app: the root of the server, to look over all spaces.
    :raises Forbidden: the current user may not record payments.
    """
    book = Book(Reach(app), statement.account)
    found = []
    for entry in statement.entries:
        found.append(book.arrival(entry, today))
        if found[-1].certain:
            book.settle(found[-1])
    return tuple(found)
