"""P0 × (a + b × I / I0), always from the first price (C11)."""

from collective.conventions.terms.indexing import index_fault
from collective.conventions.terms.indexing import indexed
from collective.conventions.terms.indexing import IndexedPrice
from collective.conventions.terms.tariff import Indexation
from collective.conventions.terms.tariff import Price
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from hypothesis import given
from hypothesis import strategies as st
import pytest


PRICE = Price("Access", "monthly", Decimal(82), indexed=True)
HEALTH = Indexation("health_index", date(2024, 12, 1), Decimal("0.2"), Decimal("0.8"))
START = date(2025, 4, 1)
TABLE = {
    ("health_index", date(2024, 12, 1)): Decimal("131.31"),
    ("health_index", date(2025, 12, 1)): Decimal("134.00"),
    ("health_index", date(2026, 12, 1)): Decimal("137.10"),
    ("consumer_prices", date(2025, 12, 1)): Decimal("999"),
}

prices = st.decimals(0, 10**6, places=2)
values = st.decimals("0.01", 1000, places=2)
parts = st.integers(0, 100).map(lambda n: Decimal(n) / 100)


def on(*day, indexation=HEALTH, table=TABLE, price=PRICE, start=START):
    return indexed(price, indexation, table, start, date(*day))


def test_c11_the_first_price_holds_until_the_first_january_after_the_start():
    assert on(2025, 12, 31) == IndexedPrice(Decimal("82.00"), Decimal(82), "index_not_yet")


def test_c11_on_1_january_the_price_follows_the_index_of_december():
    found = on(2026, 1, 1)
    # 82 × (0.2 + 0.8 × 134.00 / 131.31) = 83.3438…
    assert (found.amount, found.why, found.applied) == (Decimal("83.34"), "index_applied", True)
    assert (found.p0, found.a, found.b) == (Decimal(82), Decimal("0.2"), Decimal("0.8"))
    assert (found.i0, found.i) == (Decimal("131.31"), Decimal("134.00"))
    assert (found.month, found.wanted) == (date(2025, 12, 1), date(2025, 12, 1))


def test_c11_the_second_year_is_computed_from_the_first_price_too():
    # From 83.34 it would be 84.88; from 82 it is 82 × (0.2 + 0.8 × 137.10 / 131.31) = 84.8926…
    assert on(2027, 1, 1).amount == Decimal("84.89")


def test_c11_no_index_means_no_indexation_and_says_so():
    found = on(2026, 1, 1, table={})
    assert (found.amount, found.why, found.applied) == (Decimal("82.00"), "index_missing", False)
    assert (found.i, found.wanted) == (None, date(2025, 12, 1))


def test_without_the_first_index_there_is_no_indexation_either():
    table = {key: value for key, value in TABLE.items() if key[1] != HEALTH.base_month}
    assert on(2026, 1, 1, table=table).why == "index_missing"


def test_an_index_that_is_late_leaves_the_price_of_the_year_before():
    found = on(2028, 1, 1)
    assert (found.amount, found.applied) == (on(2027, 1, 1).amount, False)
    assert (found.month, found.wanted) == (date(2026, 12, 1), date(2027, 12, 1))


def test_a_price_that_is_to_be_indexed_by_nothing_says_so():
    assert on(2027, 1, 1, indexation=None).why == "index_unset"
    assert on(2027, 1, 1, price=replace(PRICE, indexed=False)).why == "not_indexed"


def test_an_anniversary_moves_the_price_on_its_day():
    yearly = replace(HEALTH, rule="anniversary", lag_months=4)
    assert on(2026, 3, 31, indexation=yearly).why == "index_not_yet"
    assert on(2026, 4, 1, indexation=yearly).month == date(2025, 12, 1)


def test_a_start_on_1_january_has_its_first_price_for_a_year():
    assert on(2025, 12, 31, start=date(2025, 1, 1)).why == "index_not_yet"
    assert on(2026, 1, 1, start=date(2025, 1, 1)).applied


@pytest.mark.parametrize(
    ("rounding", "amount"), [("cent", "83.34"), ("ten_cents", "83.30"), ("euro", "83.00")]
)
def test_the_price_is_rounded_half_up_to_what_is_agreed(rounding, amount):
    found = on(2026, 1, 1, indexation=replace(HEALTH, rounding=rounding))
    assert str(found.amount) == amount


def test_half_a_cent_goes_up():
    whole = replace(HEALTH, fixed_part=Decimal(0), moving_part=Decimal(1))
    table = {**TABLE, ("health_index", date(2025, 12, 1)): Decimal("131.310") * 3 / 2}
    price = replace(PRICE, amount=Decimal("0.01"))
    assert on(2026, 1, 1, indexation=whole, table=table, price=price).amount == Decimal("0.02")


@pytest.mark.parametrize(
    ("value", "code"),
    [("134.00", None), ("0", "not_positive"), ("-1", "not_positive"), ("NaN", "not_a_number")],
)
def test_an_index_is_a_number_above_zero(value, code):
    assert index_fault(Decimal(value)) == code


def test_a_useless_index_is_none():
    table = {**TABLE, ("health_index", HEALTH.base_month): Decimal(0)}
    assert on(2026, 1, 1, table=table).why == "index_missing"


@given(prices, parts, values, values)
def test_the_price_is_within_half_a_cent_of_the_formula(p0, fixed, i0, i):
    indexation = replace(HEALTH, fixed_part=fixed, moving_part=1 - fixed)
    table = {("health_index", HEALTH.base_month): i0, ("health_index", date(2025, 12, 1)): i}
    price = replace(PRICE, amount=p0)
    found = indexed(price, indexation, table, date(2025, 1, 1), date(2026, 5, 1))
    exact = Fraction(p0) * (Fraction(fixed) + Fraction(1 - fixed) * Fraction(i) / Fraction(i0))
    assert abs(Fraction(found.amount) - exact) <= Fraction(1, 200)


@given(prices, parts, st.lists(values, min_size=3, max_size=3))
def test_the_way_of_the_index_does_not_matter_only_its_last_value(p0, fixed, way):
    indexation = replace(HEALTH, fixed_part=fixed, moving_part=1 - fixed)
    price = replace(PRICE, amount=p0)
    ends = {
        ("health_index", date(2024, 12, 1)): way[0],
        ("health_index", date(2026, 12, 1)): way[2],
    }
    between = {**ends, ("health_index", date(2025, 12, 1)): way[1]}
    days = date(2025, 1, 1), date(2027, 1, 1)
    assert indexed(price, indexation, ends, *days) == indexed(price, indexation, between, *days)
