"""Indexation: P0 × (a + b × I / I0), always from the first price and never from the last (C11).

A price moves on 1 January, or on the anniversary of the start, to the index of some months before.
Where that index is not known the price stays as the last known one of those days made it, and says
so; where none is known, there is no indexation at all.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions.terms.amounts import CENT
from collective.conventions.terms.amounts import cents
from collective.conventions.terms.amounts import EXACT
from collective.conventions.terms.amounts import number_fault
from collective.conventions.terms.dates import plus
from collective.conventions.terms.findings import known
from collective.conventions.terms.semesters import month_of
from collective.conventions.terms.tariff import Indexation
from collective.conventions.terms.tariff import Price
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


#: The value of an index by its series and month.
IndexTable = Mapping[tuple[str, date], Decimal]

#: Why a price is what it is: not indexed; indexed by nothing that is named; before the first day on
#: which it moves; without the value that the day asks for; moved.
WHYS = ("not_indexed", "index_unset", "index_not_yet", "index_missing", "index_applied")

_UNITS = {"cent": CENT, "ten_cents": Decimal("0.10"), "euro": Decimal(1)}


@dataclass(frozen=True)
class IndexedPrice:
    """What a price is on a day, with every number that makes it.

    ``amount`` and ``p0`` in euro without VAT; ``a`` and ``b`` the fixed and the moving part, ``i0``
    and ``i`` the values used, ``i`` that of ``month``; None where nothing moved the price.
    ``wanted`` is the month whose index the day asks for; ``why`` is one of ``WHYS``.
    """

    amount: Decimal
    p0: Decimal
    why: str
    a: Decimal | None = None
    b: Decimal | None = None
    i0: Decimal | None = None
    i: Decimal | None = None
    month: date | None = None
    wanted: date | None = None

    @property
    def applied(self) -> bool:
        """Whether the index that the day asks for is the one in the price."""
        return self.why == "index_applied"


def indexed(
    price: Price, indexation: Indexation | None, table: IndexTable, start: date, day: date
) -> IndexedPrice:
    """Return what ``price`` is on ``day`` for a convention in force from ``start``.

    :raises InvalidAmount: when the price grows beyond every amount.
    """
    if indexation is None or not price.indexed:
        why = "index_unset" if price.indexed else "not_indexed"
        return IndexedPrice(cents(price.amount), price.amount, why)
    asked = tuple(_months(indexation, start, day))
    if not asked:
        return IndexedPrice(cents(price.amount), price.amount, "index_not_yet")
    base = _value(indexation, table, indexation.base_month)
    for month in asked:
        value = _value(indexation, table, month)
        if base is not None and value is not None:
            return _moved(price, indexation, base, value, month, asked[0])
    return IndexedPrice(cents(price.amount), price.amount, "index_missing", wanted=asked[0])


def index_fault(value: Decimal) -> str | None:
    """Return the code of what is wrong with the value of an index, or None."""
    fault = number_fault(value)
    return fault or (None if value > 0 else known("not_positive"))


def _months(indexation: Indexation, start: date, day: date) -> Iterator[date]:
    """Yield the months whose index the changes up to ``day`` follow, the latest first."""
    for years in range(day.year - start.year, 0, -1):
        change = plus(start, months=12 * years)
        if indexation.rule == "january":
            change = date(start.year + years, 1, 1)
        if change <= day:
            yield plus(month_of(change), months=-indexation.lag_months)


def _value(indexation: Indexation, table: IndexTable, month: date) -> Decimal | None:
    value = table.get((indexation.series, month))
    return None if value is None or index_fault(value) else value


def _moved(
    price: Price, indexation: Indexation, base: Decimal, value: Decimal, month: date, wanted: date
) -> IndexedPrice:
    a, b = indexation.fixed_part, indexation.moving_part
    # One division, of exact numbers: what lies half-way between two cents is found to do so.
    weighted = EXACT.add(EXACT.multiply(a, base), EXACT.multiply(b, value))
    exact = EXACT.divide(EXACT.multiply(price.amount, weighted), base)
    why = "index_applied" if month == wanted else "index_missing"
    amount = _rounded(exact, indexation.rounding)
    return IndexedPrice(amount, price.amount, why, a, b, base, value, month, wanted)


def _rounded(amount: Decimal, rounding: str) -> Decimal:
    unit = _UNITS[rounding]
    whole = EXACT.quantize(EXACT.divide(amount, unit), Decimal(1))
    return cents(EXACT.multiply(whole, unit))
