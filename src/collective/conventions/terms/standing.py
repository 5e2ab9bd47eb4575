"""How partners stand: what was invoiced, credited and paid, what is open and overdue."""

from collections.abc import Callable
from collections.abc import Iterable
from collective.conventions.terms.amounts import total
from collective.conventions.terms.document import ZERO
from collective.conventions.terms.paying import Balance
from collective.conventions.terms.paying import overdue
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar


Key = TypeVar("Key", str, int, tuple[str, int])


@dataclass(frozen=True)
class Issued:
    """An issued invoice: ``partner`` is the customer's UID, ``balance`` what came after it."""

    partner: str
    issued: date
    due: date | None
    balance: Balance


@dataclass(frozen=True)
class Standing:
    """Totals of ``count`` invoices in euro with VAT; what is overdue is open too."""

    count: int = 0
    invoiced: Decimal = ZERO
    credited: Decimal = ZERO
    paid: Decimal = ZERO
    open: Decimal = ZERO
    overdue: Decimal = ZERO
    overpaid: Decimal = ZERO


def standing(invoices: Iterable[Issued], today: date) -> Standing:
    """Return the totals of ``invoices`` as they are on ``today``."""
    known = tuple(invoices)
    balances = tuple(one.balance for one in known)
    late = (one.balance.open for one in known if overdue(one.balance, one.due, today))
    return Standing(
        len(known),
        total(*(one.gross for one in balances)),
        total(*(one.credited for one in balances)),
        total(*(one.paid for one in balances)),
        total(*(one.open for one in balances)),
        total(*late),
        total(*(one.overpaid for one in balances)),
    )


def per_partner(invoices: Iterable[Issued], today: date) -> dict[str, Standing]:
    """Return the totals of each partner, by UID."""
    return _grouped(invoices, today, lambda one: one.partner)


def per_year(invoices: Iterable[Issued], today: date) -> dict[int, Standing]:
    """Return the totals of each year in which invoices were issued, the first year first."""
    return _grouped(invoices, today, lambda one: one.issued.year)


def per_partner_and_year(
    invoices: Iterable[Issued], today: date
) -> dict[tuple[str, int], Standing]:
    """Return the totals of each partner's invoices of each year."""
    return _grouped(invoices, today, lambda one: (one.partner, one.issued.year))


def _grouped(
    invoices: Iterable[Issued], today: date, key: Callable[[Issued], Key]
) -> dict[Key, Standing]:
    groups: dict[Key, list[Issued]] = {}
    for one in invoices:
        groups.setdefault(key(one), []).append(one)
    return {name: standing(groups[name], today) for name in sorted(groups)}
