"""Anchor + k × period, in one step."""

from collective.conventions.terms.dates import in_range
from collective.conventions.terms.dates import latest
from collective.conventions.terms.dates import plus
from datetime import date
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st
import pytest


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        (0, date(2026, 1, 31)),
        (1, date(2026, 2, 28)),
        (2, date(2026, 3, 31)),
        (3, date(2026, 4, 30)),
        (25, date(2028, 2, 29)),
        (-1, date(2025, 12, 31)),
        (-2, date(2025, 11, 30)),
        (-11, date(2025, 2, 28)),
    ],
)
def test_31_january_plus_months(months, expected):
    assert plus(date(2026, 1, 31), months=months) == expected


def test_29_february_plus_years():
    leap = date(2024, 2, 29)
    assert [plus(leap, months=12 * k).day for k in range(5)] == [29, 28, 28, 28, 29]


@pytest.mark.parametrize(
    ("months", "days", "expected"),
    [
        (12 * 9000, 0, date.max),
        (-12 * 9000, 0, date.min),
        (0, 10**7, date.max),
        (0, -(10**7), date.min),
        (0, 10**12, date.max),
        (10**12, 0, date.max),
    ],
)
def test_beyond_the_calendar_is_its_end(months, days, expected):
    assert plus(date(2026, 1, 31), months, days) == expected


@given(
    st.dates(date(1000, 1, 1), date(5000, 1, 1)), st.integers(-9000, 9000), st.integers(-9999, 9999)
)
def test_the_library_of_the_trade_agrees(anchor, months, days):
    assert plus(anchor, months, days) == anchor + relativedelta(months=months, days=days)


def test_the_range_of_dates():
    ends = [date(1899, 12, 31), date(1900, 1, 1), date(2200, 12, 31), date(2201, 1, 1)]
    assert [in_range(day) for day in ends] == [False, True, True, False]


def test_the_latest_of_days_needs_them_all():
    assert latest([date(2026, 1, 1), date(2026, 3, 1)]) == date(2026, 3, 1)
    assert latest([date(2026, 1, 1), None]) is None
    assert latest([]) is None
