"""What is open of an invoice, and since when it is overdue: both follow from facts and dates."""

from collections.abc import Iterable
from collective.conventions.terms.amounts import total
from collective.conventions.terms.crediting import rest
from collective.conventions.terms.document import ZERO
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


#: What can be said of an invoice, from nothing paid to more than was asked.
STATES = ("open", "partial", "paid", "overpaid", "credited")


@dataclass(frozen=True)
class Balance:
    """An invoice of ``gross`` with what was ``credited`` and ``paid`` since, in euro with VAT."""

    gross: Decimal
    credited: Decimal = ZERO
    paid: Decimal = ZERO

    @property
    def owed(self) -> Decimal:
        """What the invoice asks for after its credit notes."""
        return rest(self.gross, (self.credited,))

    @property
    def open(self) -> Decimal:
        """What is still to be paid."""
        return max(ZERO, total(self.owed, -self.paid))

    @property
    def overpaid(self) -> Decimal:
        """What is to be given back to the payer."""
        return max(ZERO, total(self.paid, -self.owed))

    @property
    def state(self) -> str:
        """One of ``STATES``."""
        if self.overpaid:
            return "overpaid"
        if self.open:
            return "partial" if self.paid else "open"
        return "paid" if self.paid or not self.credited else "credited"


def balance(gross: Decimal, credits: Iterable[Decimal], payments: Iterable[Decimal]) -> Balance:
    """Return the balance of an invoice; a payment below zero is one that was sent back."""
    return Balance(gross, total(*credits), total(*payments))


def overdue(found: Balance, due: date | None, today: date) -> bool:
    """Tell whether something is open after the day ``due``, on which it can still be paid."""
    return bool(found.open) and due is not None and due < today


def days_overdue(found: Balance, due: date | None, today: date) -> int:
    """Return for how many days something has been overdue; 0 when nothing is."""
    return (today - due).days if due is not None and overdue(found, due, today) else 0


def settled_on(owed: Decimal, payments: Iterable[tuple[date, Decimal]]) -> date | None:
    """Return the day from which nothing of ``owed`` was open any more; None while something is.

    What was sent back opens it again, until it is paid anew.
    """
    paid, found = ZERO, None
    for day, amounts in _by_day(payments):
        paid = total(paid, *amounts)
        if paid < owed:
            found = None
        elif found is None:
            found = day
    return found


def received_on(payments: Iterable[tuple[date, Decimal]]) -> date | None:
    """Return the day of the latest payment that was received; None without any."""
    return max((day for day, amount in payments if amount > 0), default=None)


def _by_day(payments: Iterable[tuple[date, Decimal]]) -> list[tuple[date, list[Decimal]]]:
    days: dict[date, list[Decimal]] = {}
    for day, amount in payments:
        days.setdefault(day, []).append(amount)
    return sorted(days.items())
