"""Holidays: the ten of the country, the longer lists of the supervision."""

from collective.conventions.terms.holidays import is_working_day
from collective.conventions.terms.holidays import last_working_day
from collective.conventions.terms.holidays import LEGAL
from collective.conventions.terms.holidays import next_working_day
from collective.conventions.terms.holidays import SUPERVISION_BRUSSELS
from collective.conventions.terms.holidays import SUPERVISION_WALLONIA
from dataclasses import replace
from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
import pytest


DAY = timedelta(days=1)
LISTS = [LEGAL, SUPERVISION_BRUSSELS, SUPERVISION_WALLONIA]


def of_year(holidays, year):
    first = date(year, 1, 1)
    return [
        f"{day:%m-%d}"
        for k in range(366)
        if holidays.holds(day := first + k * DAY)
        if day.year == year
    ]


def test_the_ten_legal_holidays_of_2026():
    assert of_year(LEGAL, 2026) == [
        "01-01",
        "04-06",
        "05-01",
        "05-14",
        "05-25",
        "07-21",
        "08-15",
        "11-01",
        "11-11",
        "12-25",
    ]


@pytest.mark.parametrize(
    ("year", "movable"),
    [
        (2024, ["04-01", "05-09", "05-20"]),
        (2025, ["04-21", "05-29", "06-09"]),
        (2027, ["03-29", "05-06", "05-17"]),
        (2038, ["04-26", "06-03", "06-14"]),
    ],
)
def test_what_follows_easter(year, movable):
    assert set(movable) <= set(of_year(LEGAL, year))
    assert len(of_year(LEGAL, year)) == 10


def test_the_supervision_has_lists_of_its_own():
    legal, brussels, wallonia = (set(of_year(one, 2026)) for one in LISTS)
    assert brussels - legal == {"11-02", "11-15", "12-26"}
    assert wallonia - brussels == {"09-27"}
    assert legal < brussels < wallonia


def test_a_decree_can_add_a_day():
    bridge = date(2026, 5, 15)
    assert is_working_day(bridge)
    assert not is_working_day(bridge, replace(LEGAL, extra=frozenset({bridge})))


@pytest.mark.parametrize(
    ("day", "following", "before"),
    [
        (date(2026, 4, 3), date(2026, 4, 3), date(2026, 4, 3)),
        (date(2026, 4, 4), date(2026, 4, 7), date(2026, 4, 3)),
        (date(2026, 4, 6), date(2026, 4, 7), date(2026, 4, 3)),
        (date(2026, 12, 25), date(2026, 12, 28), date(2026, 12, 24)),
    ],
)
def test_working_days(day, following, before):
    assert next_working_day(day) == following
    assert last_working_day(day) == before


def test_the_ends_of_the_calendar():
    assert next_working_day(date.max - DAY) <= date.max
    assert last_working_day(date.min) == date.min
    assert is_working_day(date(9998, 6, 3))


@pytest.mark.parametrize("holidays", LISTS)
@given(day=st.dates())
def test_working_days_lie_around_every_day(holidays, day):
    following, before = next_working_day(day, holidays), last_working_day(day, holidays)
    assert before <= day <= following
    assert (following - before).days <= 7
    assert is_working_day(day, holidays) == (before == day == following)
