"""The months that were billed: what each invoice still charges for each month of each price.

Amounts are exact and not rounded here, so months can be added up and taken back in any order. A
month counts as billed as long as some of its full price stands; one whose price was taken back in
whole is open again, so a corrected invoice can be followed by a right one.
"""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Mapping
from collective.conventions.terms.account import Billed
from collective.conventions.terms.amounts import cents
from collective.conventions.terms.amounts import EXACT
from collective.conventions.terms.amounts import MOST_DECIMALS
from collective.conventions.terms.dates import plus
from collective.conventions.terms.document import DocumentLine
from collective.conventions.terms.semesters import is_full
from collective.conventions.terms.semesters import last_day_of
from collective.conventions.terms.semesters import month_of
from collective.conventions.terms.spans import Span
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from decimal import Decimal


#: A price as it was billed: its description without regard to case and spacing, category and rate.
PriceKey = tuple[str, str, Decimal]


@dataclass(frozen=True)
class MonthBilled:
    """What one invoice still charges for one month, in euro without VAT, not rounded.

    ``reduction`` is what was reduced at once or given back for it later; ``settled`` what was
    charged for a reduction that had ended; ``line`` the first line that charged the month.
    """

    document: str
    month: date
    line: DocumentLine
    full: Decimal = Decimal(0)
    reduction: Decimal = Decimal(0)
    settled: Decimal = Decimal(0)

    @property
    def net(self) -> Decimal:
        """What the invoice still charges for the month."""
        return EXACT.add(EXACT.subtract(self.full, self.reduction), self.settled)

    @property
    def whole(self) -> bool:
        """Whether the month was billed from its first to its last day: the rest is a person's."""
        return is_full(Span(self.line.period_start, self.line.period_end), self.month)

    @property
    def granted(self) -> Decimal:
        """The reduction that stands."""
        return EXACT.subtract(self.reduction, self.settled)


def key_of(line: DocumentLine) -> PriceKey:
    """Return what tells the price of ``line`` from the others of a convention."""
    return " ".join(line.description.casefold().split()), line.vat_category, line.vat_rate


def months_billed(billed: Iterable[Billed]) -> Mapping[PriceKey, tuple[MonthBilled, ...]]:
    """Return what still stands of each price, by month and then as it was issued."""
    found: dict[tuple[PriceKey, str, date], MonthBilled] = {}
    for one in billed:
        named = _months(one.line)
        for month in named:
            key = key_of(one.line), one.document, month
            before = found.get(key) or MonthBilled(one.document, month, one.line)
            found[key] = _with(before, one, len(named))
    prices: dict[PriceKey, list[MonthBilled]] = defaultdict(list)
    for (price, _, _), entry in found.items():
        prices[price].append(entry)
    return {key: tuple(sorted(each, key=lambda one: one.month)) for key, each in prices.items()}


def standing_months(prices: Mapping[PriceKey, tuple[MonthBilled, ...]]) -> Mapping[date, bool]:
    """Return each month that was ever billed, with whether any of it stands."""
    added: dict[date, Decimal] = defaultdict(Decimal)
    for entry in (entry for entries in prices.values() for entry in entries):
        added[entry.month] = EXACT.add(added[entry.month], entry.full)
    return {month: cents(full) > 0 for month, full in added.items()}


def billed_until(billed: Iterable[Billed]) -> date | None:
    """Return the last day of the last month of which something stands; None where none does."""
    standing = standing_months(months_billed(billed))
    months = (month for month, stands in standing.items() if stands)
    last = max(months, default=None)
    return None if last is None else last_day_of(last)


def by_month(entries: Iterable[MonthBilled]) -> Mapping[date, tuple[MonthBilled, ...]]:
    """Return the entries of one price, gathered by month."""
    found: dict[date, tuple[MonthBilled, ...]] = {}
    for entry in entries:
        found[entry.month] = (*found.get(entry.month, ()), entry)
    return found


def added(amounts: Iterable[Decimal]) -> Decimal:
    """Return an exact sum, which may have more decimals than a cent."""
    result = Decimal(0)
    for amount in amounts:
        result = EXACT.add(result, amount)
    return result


def unit_price(amount: Decimal) -> Decimal:
    """Return ``amount`` as the price of a line: in cents where it can be said so."""
    plain = EXACT.quantize(amount, Decimal(1).scaleb(-MOST_DECIMALS))
    return cents(plain) if cents(plain) == plain else plain


def _months(line: DocumentLine) -> tuple[date, ...]:
    """Return the months that the period of a monthly line touches."""
    if line.unit != "month" or line.period_start is None or line.period_end is None:
        return ()
    named: list[date] = []
    month = month_of(line.period_start)
    while month <= line.period_end:
        named.append(month)
        month = plus(month, months=1)
    return tuple(named)


def _with(entry: MonthBilled, one: Billed, months: int) -> MonthBilled:
    line = one.line
    full = EXACT.divide(EXACT.multiply(line.quantity, line.unit_price), Decimal(months))
    if line.settles:
        if one.credit:
            return replace(entry, reduction=EXACT.add(entry.reduction, full))
        return replace(entry, settled=EXACT.add(entry.settled, full))
    off = EXACT.divide(line.reduction, Decimal(months))
    if line.reduction_percent and line.reduction:
        off = EXACT.multiply(full, line.reduction_percent).scaleb(-2, EXACT)
    sign = Decimal(-1 if one.credit else 1)
    return replace(
        entry,
        full=EXACT.fma(sign, full, entry.full),
        reduction=EXACT.fma(sign, off, entry.reduction),
    )
