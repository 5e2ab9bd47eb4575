"""Prices that are due once: on their day, or when the convention enters into force.

A price is known again by its description, or by its amount when it was renamed. One that an
amendment brings is due on the first day of the amendment at the earliest; one that it changes, at
what it was on the day it was due (D5).
"""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Iterator
from collective.conventions.terms.account import Account
from collective.conventions.terms.account import Billed
from collective.conventions.terms.amounts import total
from collective.conventions.terms.billed_months import key_of
from collective.conventions.terms.billed_months import PriceKey
from collective.conventions.terms.charges import Charge
from collective.conventions.terms.charges import Reason
from collective.conventions.terms.charges import reasons_of
from collective.conventions.terms.document import DocumentLine
from collective.conventions.terms.indexing import indexed
from collective.conventions.terms.reducing import applied
from collective.conventions.terms.reducing import reduced_charge
from collective.conventions.terms.semesters import month_of
from collective.conventions.terms.tariff import Price
from collective.conventions.terms.tariff import Tariff
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class _Once:
    """A price that was billed: what each piece cost, and whether any of it stands."""

    unit_price: Decimal
    stands: bool


def one_offs_to_bill(account: Account, on: date) -> tuple[Charge, ...]:
    """Return the charges that are due by ``on`` and were not billed yet.

    What was credited in whole is billed again only while the convention is in force.
    """
    due = tuple(_due(account, on))
    billed = _billed(account.billed)
    named = {key_of(charge.line) for charge in due}
    renamed = [once for key, once in billed.items() if key not in named]
    found = []
    for charge in due:
        once = billed.get(key_of(charge.line)) or _renamed(charge.line, renamed)
        if once is None or (not once.stands and account.span.holds(on)):
            found.append(charge)
    return tuple(found)


def _due(account: Account, on: date) -> Iterator[Charge]:
    start, seen = account.span.start, set[str]()
    for days, tariff in account.turns:
        named = set()
        for price in tariff.prices:
            due = account.due_on(price)
            name = " ".join(price.description.casefold().split())
            if price.basis != "one_off" or due is None or start is None or name in seen:
                continue
            day = max(due, days.start or due)
            if days.holds(day) and account.span.holds(day):
                named.add(name)
                if day <= on:
                    yield _once(account, tariff, price, start, day)
        seen |= named


def _once(account: Account, tariff: Tariff, price: Price, start: date, day: date) -> Charge:
    amount = indexed(price, tariff.indexation, account.table, start, day)
    line = DocumentLine(
        description=price.description,
        quantity=Decimal(1),
        unit_price=amount.amount,
        vat_rate=price.vat_rate,
        vat_category=price.vat_category,
    )
    reasons = (Reason("one_off_due", {"day": day.isoformat()}), *reasons_of(amount))
    reduction = applied(tariff.reduction, account.held, month_of(day))
    return reduced_charge(reduction, line, reasons)


def _billed(billed: Iterable[Billed]) -> dict[PriceKey, _Once]:
    prices: dict[PriceKey, Decimal] = {}
    amounts: dict[PriceKey, Decimal] = defaultdict(Decimal)
    for one in billed:
        if one.line.unit in ("month", "participant"):
            continue
        key = key_of(one.line)
        if not one.credit:
            prices.setdefault(key, one.line.unit_price)
        amounts[key] = total(amounts[key], -one.line.net if one.credit else one.line.net)
    return {key: _Once(price, amounts[key] > 0) for key, price in prices.items()}


def _renamed(line: DocumentLine, renamed: list[_Once]) -> _Once | None:
    """Take out of ``renamed`` what costs the same as ``line``, if there is one."""
    for once in renamed:
        if once.unit_price == line.unit_price:
            renamed.remove(once)
            return once
    return None
