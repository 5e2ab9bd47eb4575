"""What no form and no client may write into the price of a convention (C11, O3, D1, B6)."""

from collective.conventions.content.checks import convention_findings
from collective.conventions.content.checks import price_warnings
from datetime import date
from decimal import Decimal
import pytest


TODAY = date(2026, 1, 15)
ACCESS = {
    "description": "Access",
    "basis": "monthly",
    "amount": Decimal("82.00"),
    "vat_rate": Decimal(21),
}
ONE = {**ACCESS, "basis": "per_participant", "amount": Decimal(250)}
SOUND = {
    "prices": [{**ACCESS, "indexed": True}, ONE, {**ONE, "from_count": 2}],
    "index_series": "health_index",
    "index_base_month": date(2025, 12, 1),
    "index_fixed_part": Decimal("0.2"),
    "index_moving_part": Decimal("0.8"),
    "reduction_percent": Decimal(50),
    "reduction_condition": "commune_in_force",
    "participants": 2,
}


def told(**values):
    """Code, field, row and column of all that is wrong."""
    found = convention_findings({**SOUND, **values}, TODAY)
    return [(one.code, one.field, one.row, one.column) for one in found]


def test_what_the_clauses_say_can_be():
    assert told() == []


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"monetary": False}, ("price_of_non_monetary", "prices", None, None)),
        ({"free_of_charge": True}, ("price_of_free", "prices", None, None)),
        (
            {"prices": [{**ACCESS, "amount": Decimal("82.005")}]},
            ("too_many_decimals", "prices", 0, "amount"),
        ),
        (
            {"prices": [{**ACCESS, "vat_rate": Decimal(101)}]},
            ("vat_rate_invalid", "prices", 0, "vat_rate"),
        ),
        (
            {"prices": [{**ACCESS, "vat_category": "E"}]},
            ("rate_of_category", "prices", 0, "vat_rate"),
        ),
        ({"prices": [ONE, ONE]}, ("duplicate", "prices", 1, "from_count")),
        ({"index_moving_part": Decimal("0.7")}, ("index_parts", "index_moving_part", None, None)),
        (
            {"index_base_month": date(2025, 12, 2)},
            ("not_a_month", "index_base_month", None, None),
        ),
        ({"index_lag_months": 25}, ("too_large", "index_lag_months", None, None)),
        ({"reduction_percent": Decimal(101)}, ("too_large", "reduction_percent", None, None)),
    ],
)
def test_what_cannot_be_is_named_in_its_place(values, expected):
    assert told(**values) == [expected]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"reduction_percent": None}, "reduction_percent"),
        ({"reduction_condition": None}, "reduction_condition"),
        ({"index_base_month": None}, "index_base_month"),
        ({"index_series": None}, "index_series"),
        ({"index_series": None, "index_base_month": None}, "index_series"),
    ],
)
def test_what_would_have_no_effect_is_not_lost_in_silence(values, field):
    assert told(**values) == [("required", field, None, None)]


def test_a_reduction_of_nothing_is_none():
    assert told(reduction_percent=Decimal(0)) == []


def test_all_cells_are_named_at_once_and_no_row_is_compared_before_they_are_mended():
    broken = {"description": " ", "amount": None, "vat_rate": "21", "basis": "weekly"}
    assert told(prices=["no row", broken, ONE, ONE], index_lag_months=0) == [
        ("not_a_row", "prices", 0, None),
        ("required", "prices", 1, "description"),
        ("unknown_choice", "prices", 1, "basis"),
        ("required", "prices", 1, "amount"),
        ("wrong_type", "prices", 1, "vat_rate"),
        ("not_positive", "index_lag_months", None, None),
    ]


def test_what_is_only_unwise_is_a_warning():
    moving = {"index_fixed_part": Decimal("0.1"), "index_moving_part": Decimal("0.9")}
    assert told(**moving) == []
    assert [one.code for one in price_warnings({**SOUND, **moving})] == ["index_part_high"]
    assert price_warnings(SOUND) == ()
