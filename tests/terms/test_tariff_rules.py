"""Tariffs that cannot be (C11, O3, D1, B6)."""

from collective.conventions.terms.tariff import Indexation
from collective.conventions.terms.tariff import Price
from collective.conventions.terms.tariff import Reduction
from collective.conventions.terms.tariff import Tariff
from collective.conventions.terms.tariff_rules import impossible_tariff
from collective.conventions.terms.tariff_rules import unwise_tariff
from dataclasses import replace
from datetime import date
from decimal import Decimal
import pytest


ACCESS = Price("Access", "monthly", Decimal(82), indexed=True)
ONE = Price("Programme", "per_participant", Decimal(250))
MORE = replace(ONE, amount=Decimal(200), from_count=2)
INDEX = Indexation("health_index", date(2025, 12, 1), Decimal("0.2"), Decimal("0.8"))
HALF = Reduction(Decimal(50), "commune_in_force")
SOUND = Tariff((ACCESS, ONE, MORE), INDEX, HALF, 2)


def codes(tariff, **others):
    return [(one.code, one.field, one.column) for one in impossible_tariff(tariff, **others)]


def with_price(**values):
    return replace(SOUND, prices=(replace(ACCESS, **values),))


def with_index(**values):
    return replace(SOUND, indexation=replace(INDEX, **values))


def with_reduction(**values):
    return replace(SOUND, reduction=replace(HALF, **values))


def test_c11_o3_what_the_clauses_say_can_be():
    assert impossible_tariff(SOUND) == ()
    assert unwise_tariff(SOUND) == ()
    assert impossible_tariff(Tariff()) == ()


def test_d1_b6_what_is_about_no_money_has_no_price():
    assert codes(SOUND, monetary=False) == [("price_of_non_monetary", "prices", None)]
    assert codes(SOUND, free_of_charge=True) == [("price_of_free", "prices", None)]
    assert codes(Tariff(), monetary=False, free_of_charge=True) == []


@pytest.mark.parametrize(
    ("tariff", "code", "field", "column"),
    [
        (with_price(description=" "), "required", "prices", "description"),
        (with_price(basis="weekly"), "unknown_choice", "prices", "basis"),
        (with_price(amount=Decimal(-1)), "negative", "prices", "amount"),
        (with_price(amount=Decimal("82.005")), "too_many_decimals", "prices", "amount"),
        (with_price(amount=Decimal("1E-11")), "too_many_decimals", "prices", "amount"),
        (with_price(amount=Decimal("1E12")), "too_large", "prices", "amount"),
        (with_price(amount=Decimal("NaN")), "not_a_number", "prices", "amount"),
        (with_price(from_count=0), "not_positive", "prices", "from_count"),
        (with_price(day=date(1800, 1, 1)), "date_out_of_range", "prices", "day"),
        (with_price(vat_category="Z"), "unknown_choice", "prices", "vat_category"),
        (with_price(vat_rate=Decimal(101)), "vat_rate_invalid", "prices", "vat_rate"),
        (with_price(vat_rate=Decimal(0)), "rate_of_category", "prices", "vat_rate"),
        (with_price(vat_category="E"), "rate_of_category", "prices", "vat_rate"),
        (with_price(vat_category="O"), "rate_of_category", "prices", "vat_rate"),
        (with_index(series="gold"), "unknown_choice", "index_series", None),
        (with_index(rule="daily"), "unknown_choice", "index_rule", None),
        (with_index(rounding="none"), "unknown_choice", "index_rounding", None),
        (with_index(fixed_part=Decimal("0.3")), "index_parts", "index_moving_part", None),
        (with_index(fixed_part=Decimal("-0.2")), "negative", "index_fixed_part", None),
        (with_index(moving_part=Decimal("1.1")), "too_large", "index_moving_part", None),
        (with_index(moving_part=Decimal("NaN")), "not_a_number", "index_moving_part", None),
        (with_index(base_month=date(2025, 12, 2)), "not_a_month", "index_base_month", None),
        (with_index(base_month=date(1800, 1, 1)), "date_out_of_range", "index_base_month", None),
        (with_index(lag_months=0), "not_positive", "index_lag_months", None),
        (with_index(lag_months=25), "too_large", "index_lag_months", None),
        (with_reduction(percent=Decimal(101)), "too_large", "reduction_percent", None),
        (with_reduction(percent=Decimal(-1)), "negative", "reduction_percent", None),
        (with_reduction(percent=Decimal("NaN")), "not_a_number", "reduction_percent", None),
        (with_reduction(percent=Decimal("1.005")), "too_many_decimals", "reduction_percent", None),
        (with_reduction(condition="rain"), "unknown_choice", "reduction_condition", None),
        (replace(SOUND, participants=-1), "negative", "participants", None),
    ],
)
def test_what_cannot_be_is_named_where_it_is(tariff, code, field, column):
    assert codes(tariff) == [(code, field, column)]


def test_o3_two_tiers_from_the_same_count_are_one_too_many():
    (found,) = impossible_tariff(Tariff((ONE, MORE, MORE)))
    assert (found.code, found.row, found.column, found.params) == (
        "duplicate",
        2,
        "from_count",
        {"first": 2},
    )


def test_two_prices_of_one_name_cannot_be_told_apart():
    twice = Tariff((ACCESS, replace(ACCESS, description=" ACCESS", basis="one_off")))
    assert codes(twice) == [("duplicate", "prices", "description")]


def test_outside_the_scope_of_vat_stands_alone():
    outside = replace(ACCESS, description="Other", vat_category="O", vat_rate=Decimal(0))
    assert codes(Tariff((ACCESS, outside))) == [("category_not_alone", "prices", None)]
    assert codes(Tariff((outside,))) == []


def test_all_faults_are_named_at_once():
    bad = Tariff(
        (replace(ACCESS, amount=Decimal(-1)),),
        replace(INDEX, base_month=date(2025, 12, 2)),
        replace(HALF, percent=Decimal(101)),
    )
    found = [code for code, _, _ in codes(bad, monetary=False)]
    assert found == ["price_of_non_monetary", "negative", "not_a_month", "too_large"]


def test_c11_a_great_moving_part_is_a_warning_only():
    great = with_index(fixed_part=Decimal("0.1"), moving_part=Decimal("0.9"))
    assert impossible_tariff(great) == ()
    (found,) = unwise_tariff(great)
    assert (found.code, found.params) == ("index_part_high", {"maximum": "0.8"})


def test_c11_a_price_to_be_indexed_by_nothing_is_a_warning_only():
    (found,) = unwise_tariff(replace(SOUND, indexation=None))
    assert (found.code, found.row, found.column) == ("index_unset", 0, "indexed")
