"""Tariffs that cannot be, all faults named at once; and those that are only unwise (C11, O3)."""

from collections.abc import Iterator
from collective.conventions.terms import choices
from collective.conventions.terms.amounts import CENT
from collective.conventions.terms.amounts import EXACT
from collective.conventions.terms.amounts import MAXIMUM
from collective.conventions.terms.amounts import MOST_DECIMALS
from collective.conventions.terms.amounts import number_fault
from collective.conventions.terms.cells import date_faults
from collective.conventions.terms.document import valid_rate
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.tariff import Indexation
from collective.conventions.terms.tariff import Price
from collective.conventions.terms.tariff import Reduction
from collective.conventions.terms.tariff import Tariff
from decimal import Decimal


#: The greatest part of a price that may follow the index without a warning.
WISE_MOVING_PART = Decimal("0.8")

#: No index is so long in coming.
MOST_LAG_MONTHS = 24


def impossible_tariff(
    tariff: Tariff, monetary: bool = True, free_of_charge: bool = False
) -> tuple[Finding, ...]:
    """Return everything that makes ``tariff`` impossible, at the field and row to mend.

    :param monetary: whether the convention is one that can have a price (D1).
    :param free_of_charge: whether it says that it costs nothing (B6).
    """
    return (
        *_refused(tariff, monetary, free_of_charge),
        *_prices(tariff.prices),
        *_twice(tariff.prices),
        *_mixed(tariff.prices),
        *_indexation(tariff.indexation),
        *_reduction(tariff.reduction),
        *_participants(tariff.participants),
    )


def unwise_tariff(tariff: Tariff) -> tuple[Finding, ...]:
    """Return what a person should know of a tariff that can be: these are warnings only."""
    found: list[Finding] = []
    indexation = tariff.indexation
    if indexation is not None and indexation.moving_part > WISE_MOVING_PART:
        most = {"maximum": str(WISE_MOVING_PART)}
        found.append(Finding("index_part_high", "index_moving_part", most))
    for row, price in enumerate(tariff.prices):
        if price.indexed and indexation is None:
            found.append(Finding("index_unset", "prices", {}, row, "indexed"))
    return tuple(found)


def _refused(tariff: Tariff, monetary: bool, free_of_charge: bool) -> Iterator[Finding]:
    if tariff.prices and not monetary:
        yield Finding("price_of_non_monetary", "prices")
    if tariff.prices and free_of_charge:
        yield Finding("price_of_free", "prices")


def _prices(prices: tuple[Price, ...]) -> Iterator[Finding]:
    for row, price in enumerate(prices):
        if not price.description.strip():
            yield Finding("required", "prices", {}, row, "description")
        if price.basis not in choices.PRICE_BASES:
            yield Finding("unknown_choice", "prices", {"value": price.basis}, row, "basis")
        if fault := _amount_fault(price.amount):
            yield Finding(fault[0], "prices", fault[1], row, "amount")
        if price.from_count < 1:
            yield Finding("not_positive", "prices", {}, row, "from_count")
        if price.day is not None:
            for code, params in date_faults(price.day):
                yield Finding(code, "prices", params, row, "day")
        yield from _vat(row, price)


def _amount_fault(amount: Decimal) -> tuple[str, dict[str, str | int]] | None:
    """Return (code, params) of what is wrong with a price, which is one of whole cents."""
    code = number_fault(amount)
    if code == "too_large":
        return code, {"maximum": int(MAXIMUM)}
    if code == "not_a_number":
        return code, {}
    if code or EXACT.quantize(amount, CENT) != amount:
        return "too_many_decimals", {"maximum": 2}
    return ("negative", {}) if amount < 0 else None


def _vat(row: int, price: Price) -> Iterator[Finding]:
    category, rate = price.vat_category, price.vat_rate
    if category not in choices.VAT_CATEGORIES:
        yield Finding("unknown_choice", "prices", {"value": category}, row, "vat_category")
    if not valid_rate(rate):
        yield Finding("vat_rate_invalid", "prices", {}, row, "vat_rate")
    elif (category == "S" and not rate) or (category in ("E", "O") and rate):
        params = {"rate": str(rate), "category": category}
        yield Finding("rate_of_category", "prices", params, row, "vat_rate")


def _twice(prices: tuple[Price, ...]) -> Iterator[Finding]:
    """Yield tiers that begin at the same count, and other prices of the same name."""
    seen: dict[tuple[str, str | int], int] = {}
    for row, price in enumerate(prices):
        tier = price.basis == "per_participant"
        column = "from_count" if tier else "description"
        key = column, price.from_count if tier else " ".join(price.description.casefold().split())
        if key[1] and seen.setdefault(key, row) != row:
            yield Finding("duplicate", "prices", {"first": seen[key] + 1}, row, column)


def _mixed(prices: tuple[Price, ...]) -> Iterator[Finding]:
    """Yield what cannot stand on one document: outside the scope of VAT, and inside."""
    categories = {price.vat_category for price in prices}
    if "O" in categories and len(categories) > 1:
        yield Finding("category_not_alone", "prices")


def _indexation(indexation: Indexation | None) -> Iterator[Finding]:
    if indexation is None:
        return
    for field, value, known in (
        ("index_series", indexation.series, choices.INDEX_SERIES),
        ("index_rule", indexation.rule, choices.INDEX_RULES),
        ("index_rounding", indexation.rounding, choices.INDEX_ROUNDINGS),
    ):
        if value not in known:
            yield Finding("unknown_choice", field, {"value": value})
    yield from _parts(indexation)
    for code, params in date_faults(indexation.base_month):
        yield Finding(code, "index_base_month", params)
    if indexation.base_month.day != 1:
        yield Finding("not_a_month", "index_base_month")
    if indexation.lag_months < 1:
        yield Finding("not_positive", "index_lag_months")
    elif indexation.lag_months > MOST_LAG_MONTHS:
        yield Finding("too_large", "index_lag_months", {"maximum": MOST_LAG_MONTHS})


def _parts(indexation: Indexation) -> Iterator[Finding]:
    fixed, moving = indexation.fixed_part, indexation.moving_part
    faults = {"index_fixed_part": _part_fault(fixed), "index_moving_part": _part_fault(moving)}
    for field, fault in faults.items():
        if fault is not None:
            yield Finding(fault[0], field, fault[1])
    if not any(faults.values()) and EXACT.add(fixed, moving) != 1:
        yield Finding("index_parts", "index_moving_part", {"sum": str(EXACT.add(fixed, moving))})


def _part_fault(part: Decimal) -> tuple[str, dict[str, str | int]] | None:
    code = number_fault(part)
    if code == "not_a_number":
        return code, {}
    if part < 0:
        return "negative", {}
    if part > 1:
        return "too_large", {"maximum": 1}
    return (code, {"maximum": MOST_DECIMALS}) if code else None


def _reduction(reduction: Reduction | None) -> Iterator[Finding]:
    if reduction is None:
        return
    percent = reduction.percent
    if not percent.is_finite():
        yield Finding("not_a_number", "reduction_percent")
    elif percent < 0:
        yield Finding("negative", "reduction_percent")
    elif percent > 100:
        yield Finding("too_large", "reduction_percent", {"maximum": 100})
    elif EXACT.quantize(percent, CENT) != percent:
        yield Finding("too_many_decimals", "reduction_percent", {"maximum": 2})
    if reduction.condition not in choices.REDUCTION_CONDITIONS:
        yield Finding("unknown_choice", "reduction_condition", {"value": reduction.condition})


def _participants(count: int) -> Iterator[Finding]:
    if count < 0:
        yield Finding("negative", "participants")
