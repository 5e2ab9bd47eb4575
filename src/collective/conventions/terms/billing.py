"""What is to be billed on a day: the semester in advance, and all that was left out before (C12).

What was billed is never billed again, so the periods of a convention tile. Once some price of a
month stands on an invoice the whole month is billed: a price that is added or renamed later begins
with the first month that is open. A month that a credit note took back in whole is open again.

A reduction that ended after its months were billed is charged with the next invoice, at the very
price billed (C11: half "only while" the commune has signed).
"""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions.terms.account import Account
from collective.conventions.terms.billed_months import added
from collective.conventions.terms.billed_months import by_month
from collective.conventions.terms.billed_months import MonthBilled
from collective.conventions.terms.billed_months import months_billed
from collective.conventions.terms.billed_months import standing_months
from collective.conventions.terms.billed_months import unit_price
from collective.conventions.terms.charges import Charge
from collective.conventions.terms.charges import Reason
from collective.conventions.terms.charges import reasons_of
from collective.conventions.terms.document import DocumentLine
from collective.conventions.terms.document import ZERO
from collective.conventions.terms.indexing import indexed
from collective.conventions.terms.indexing import IndexedPrice
from collective.conventions.terms.one_offs import one_offs_to_bill
from collective.conventions.terms.participants import participants_to_bill
from collective.conventions.terms.reducing import applied
from collective.conventions.terms.reducing import holds
from collective.conventions.terms.reducing import reason_of
from collective.conventions.terms.reducing import reduced_charge
from collective.conventions.terms.reducing import settled
from collective.conventions.terms.semesters import full_months
from collective.conventions.terms.semesters import is_full
from collective.conventions.terms.semesters import semester_of
from collective.conventions.terms.semesters import stretches
from collective.conventions.terms.spans import Span
from collective.conventions.terms.tariff import Price
from collective.conventions.terms.tariff import Reduction
from collective.conventions.terms.tariff import Tariff
from dataclasses import replace
from datetime import date
from decimal import Decimal


def to_bill(account: Account, on: date) -> tuple[Charge, ...]:
    """Return what is to be billed on the day ``on``, with the reasons of each line.

    Months are charged up to the end of the semester in which ``on`` lies, full ones only; their
    lines are split where the price or the reduction changes, and where an amendment takes effect:
    each month is charged at the price of its first day. What comes to nothing is left out.

    :raises InvalidAmount: when a price or total grows beyond every amount.
    """
    if account.span.start is None:
        return ()
    charges = (
        *_months(account, account.span.start, on),
        *_ended_reductions(account),
        *participants_to_bill(account, on),
        *one_offs_to_bill(account, on),
    )
    return tuple(charge for charge in charges if charge.line.net)


def _months(account: Account, start: date, on: date) -> Iterator[Charge]:
    billed = standing_months(months_billed(account.billed))
    named = full_months(account.span, semester_of(on).end or on)
    still_open = [month for month in named if not billed.get(month)]
    for days, tariff in account.turns:
        months = [month for month in still_open if days.holds(month)]
        yield from _priced(account, tariff, start, months, billed)


def _priced(
    account: Account,
    tariff: Tariff,
    start: date,
    months: list[date],
    billed: Mapping[date, bool],
) -> Iterator[Charge]:
    for price in (price for price in tariff.prices if price.basis == "monthly"):
        valued = (
            (
                month,
                (
                    indexed(price, tariff.indexation, account.table, start, month),
                    applied(tariff.reduction, account.held, month),
                    month in billed,
                ),
            )
            for month in months
        )
        for days, count, (amount, reduction, again) in stretches(valued):
            yield _stretch(price, amount, reduction, again, (days, count))


def _stretch(
    price: Price,
    amount: IndexedPrice,
    reduction: Reduction | None,
    again: bool,
    stretch: tuple[Span, int],
) -> Charge:
    days, count = stretch
    line = DocumentLine(
        description=price.description,
        quantity=Decimal(count),
        unit_price=amount.amount,
        vat_rate=price.vat_rate,
        vat_category=price.vat_category,
        unit="month",
        period_start=days.start,
        period_end=days.end,
    )
    why = "months_open_again" if again else "months_in_force"
    reasons = (Reason(why, {**_period(days), "count": count}), *reasons_of(amount))
    return reduced_charge(reduction, line, reasons)


def _ended_reductions(account: Account) -> Iterator[Charge]:
    """Yield what was reduced for months in which the reduction does not hold after all."""
    if not any(settled(tariff.reduction) for _, tariff in account.turns):
        return
    for entries in months_billed(account.billed).values():
        owed = (
            (month, (unit_price(added(one.granted for one in each)), reduction))
            for month, each in by_month(entries).items()
            if settled(reduction := account.tariff_on(month).reduction)
            and _is_owed(account, month, each)
        )
        for days, count, (share, reduction) in stretches(owed):
            if reduction is not None:
                yield _settlement(entries[0].line, reduction, share, (days, count))


def _is_owed(account: Account, month: date, entries: tuple[MonthBilled, ...]) -> bool:
    stands = unit_price(added(one.full for one in entries)) > 0
    granted = unit_price(added(one.granted for one in entries)) > 0
    if not (stands and granted and is_full(account.span, month)):
        return False
    return not holds(account.tariff_on(month).reduction, account.held, month)


def _settlement(
    billed: DocumentLine, reduction: Reduction, share: Decimal, stretch: tuple[Span, int]
) -> Charge:
    days, count = stretch
    line = replace(
        billed,
        quantity=Decimal(count),
        unit_price=share,
        reduction=ZERO,
        reduction_percent=None,
        reduction_reason=reason_of(reduction),
        period_start=days.start,
        period_end=days.end,
        explanation="",
    )
    percent = str(billed.reduction_percent or reduction.percent)
    params = {**_period(days), "percent": percent, "condition": reduction.condition}
    return Charge(line, (Reason("reduction_ended", params),))


def _period(days: Span) -> dict[str, str]:
    return {"first": str(days.start), "last": str(days.end)}
