"""Prices that are counted by participants: 250 for one, 200 each from two on (O3).

A participant is billed once. Where one more lifts all of them to another price, those who were
billed before are taken back at what they were billed and charged anew with the others. Those who
come after an amendment are charged at the price of the day on which they are billed (D5).
"""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Iterator
from collective.conventions.terms.account import Account
from collective.conventions.terms.account import Billed
from collective.conventions.terms.amounts import EXACT
from collective.conventions.terms.amounts import total
from collective.conventions.terms.billed_months import unit_price
from collective.conventions.terms.charges import Charge
from collective.conventions.terms.charges import Reason
from collective.conventions.terms.charges import reasons_of
from collective.conventions.terms.dated import Params
from collective.conventions.terms.document import DocumentLine
from collective.conventions.terms.indexing import indexed
from collective.conventions.terms.reducing import applied
from collective.conventions.terms.reducing import reduced_charge
from collective.conventions.terms.semesters import month_of
from collective.conventions.terms.tariff import Price
from collective.conventions.terms.tariff import Tariff
from datetime import date
from decimal import Decimal


def tier(tariff: Tariff, count: int) -> Price | None:
    """Return the price of each of ``count`` participants, or None when none is reached."""
    reached = (
        price
        for price in tariff.prices
        if price.basis == "per_participant" and price.from_count <= count
    )
    return max(reached, key=lambda price: price.from_count, default=None)


def participants_to_bill(account: Account, on: date) -> tuple[Charge, ...]:
    """Return the charge for participants who were not billed yet; nothing when there are fewer.

    What was credited in whole is billed again only while the convention is in force: an enrolment
    that was cancelled and paid back is not (O5).
    """
    tariff = account.tariff_on(on)
    count = tariff.participants
    price = tier(tariff, count)
    day = None if price is None else account.due_on(price)
    if price is None or day is None or day > on:
        return ()
    before = _before(account.billed)
    billed = int(sum(quantity for _, quantity, _ in before))
    counted = any(one.line.unit == "participant" for one in account.billed)
    if billed >= count or (counted and not billed and not account.span.holds(on)):
        return ()
    if not billed or tier(tariff, billed) == price:
        return (_charge(account, tariff, price, count - billed, day),)
    charges = (_charge(account, tariff, price, count, day), *_taken_back(price, before))
    return charges if total(*(charge.line.net for charge in charges)) > 0 else ()


def _before(billed: Iterable[Billed]) -> tuple[tuple[Billed, Decimal, Decimal], ...]:
    """Return (a line, quantity, net amount) of each invoice of which participants still stand."""
    first: dict[str, Billed] = {}
    quantities: dict[str, Decimal] = defaultdict(Decimal)
    amounts: dict[str, Decimal] = defaultdict(Decimal)
    for one in billed:
        if one.line.unit == "participant" and not one.line.settles:
            sign = -1 if one.credit else 1
            first.setdefault(one.document, one)
            quantities[one.document] += sign * one.line.quantity
            amounts[one.document] = total(amounts[one.document], sign * one.line.net)
    return tuple(
        (one, quantities[name], amounts[name]) for name, one in first.items() if quantities[name]
    )


def _taken_back(
    price: Price, before: Iterable[tuple[Billed, Decimal, Decimal]]
) -> Iterator[Charge]:
    for one, quantity, amount in before:
        line = DocumentLine(
            description=one.line.description,
            quantity=-quantity,
            unit_price=unit_price(EXACT.divide(amount, quantity)),
            vat_rate=one.line.vat_rate,
            vat_category=one.line.vat_category,
            unit="participant",
        )
        params: Params = {"count": int(quantity), "document": one.document}
        yield Charge(line, (Reason("participants_before", params),))


def _charge(account: Account, tariff: Tariff, price: Price, count: int, day: date) -> Charge:
    start = account.span.start or day
    amount = indexed(price, tariff.indexation, account.table, start, day)
    line = DocumentLine(
        description=price.description,
        quantity=Decimal(count),
        unit_price=amount.amount,
        vat_rate=price.vat_rate,
        vat_category=price.vat_category,
        unit="participant",
    )
    params: Params = {"count": tariff.participants, "from_count": price.from_count}
    reduction = applied(tariff.reduction, account.held, month_of(day))
    return reduced_charge(reduction, line, (Reason("participants", params), *reasons_of(amount)))
