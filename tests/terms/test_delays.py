"""Delays by the reckoning of the Civil Code: start the next day, end on a working day."""

from collective.conventions.terms.dates import FIRST_DAY
from collective.conventions.terms.dates import LAST_DAY
from collective.conventions.terms.dates import plus
from collective.conventions.terms.delays import day_after
from collective.conventions.terms.delays import Delay
from collective.conventions.terms.delays import last_day
from collective.conventions.terms.delays import moved_from
from collective.conventions.terms.delays import unmoved_end
from collective.conventions.terms.holidays import is_working_day
from collective.conventions.terms.holidays import SUPERVISION_WALLONIA
from collective.conventions.terms.statute import DELAYS
from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
import pytest


DAY = timedelta(days=1)
days = st.dates(FIRST_DAY, LAST_DAY)
delays = st.builds(Delay, st.integers(0, 400), st.integers(0, 60), moves=st.booleans())


@pytest.mark.parametrize(
    ("delay", "event", "end"),
    [
        # O9: eight days; W3: fifteen calendar days; O5: fifteen days
        (Delay(8), date(2026, 3, 2), date(2026, 3, 10)),
        (Delay(15), date(2026, 3, 12), date(2026, 3, 27)),
        # the last day is a Saturday, a Sunday, Easter Monday, the day after Christmas Friday
        (Delay(8), date(2026, 3, 13), date(2026, 3, 23)),
        (Delay(8), date(2026, 3, 14), date(2026, 3, 23)),
        (Delay(8), date(2026, 3, 28), date(2026, 4, 7)),
        (Delay(8), date(2026, 12, 17), date(2026, 12, 28)),
        (Delay(8, moves=False), date(2026, 3, 28), date(2026, 4, 5)),
        # D6: one month, from the eve of the day to the eve of its like
        (Delay(months=1), date(2026, 3, 10), date(2026, 4, 10)),
        (Delay(months=1, moves=False), date(2026, 2, 28), date(2026, 3, 31)),
        (Delay(months=1, moves=False), date(2026, 1, 30), date(2026, 2, 28)),
        (Delay(months=1, moves=False), date(2026, 1, 31), date(2026, 2, 28)),
        (Delay(months=1, moves=False), date(2024, 1, 31), date(2024, 2, 29)),
        (Delay(months=12, moves=False), date(2024, 2, 28), date(2025, 2, 28)),
    ],
)
def test_last_day(delay, event, end):
    assert last_day(delay, event) == end


def test_a_delay_in_days_alone_knows_no_months():
    assert day_after(date(2026, 1, 31), days=5) == date(2026, 2, 5)


def test_what_moved_is_told():
    assert moved_from(Delay(8), date(2026, 3, 13)) == "2026-03-21"
    assert moved_from(Delay(8), date(2026, 3, 2)) == ""
    assert moved_from(Delay(8, moves=False), date(2026, 3, 13)) == ""


def test_a_delay_by_its_own_list_of_holidays():
    event = date(2027, 8, 28)
    assert last_day(Delay(30), event) == date(2027, 9, 27)
    assert last_day(Delay(30, holidays=SUPERVISION_WALLONIA), event) == date(2027, 9, 28)


@pytest.mark.parametrize("code", DELAYS)
def test_every_delay_a_law_sets_names_its_source(code):
    assert DELAYS[code].source and DELAYS[code].holidays.source
    assert DELAYS[code].count > 0


def test_what_a_delay_counts():
    assert (Delay(8).count, Delay(8).unit) == (8, "days")
    assert (Delay(months=3).count, Delay(months=3).unit) == (3, "months")


@given(delays, days)
def test_a_last_day_moves_forward_to_a_working_day_only(delay, event):
    end, unmoved = last_day(delay, event), unmoved_end(delay, event)
    assert event <= unmoved <= end
    assert is_working_day(end) or not delay.moves
    assert end == unmoved or (delay.moves and not is_working_day(unmoved))


@given(delays, days)
def test_an_event_a_day_later_never_ends_a_delay_earlier(delay, event):
    assert last_day(delay, event) <= last_day(delay, event + DAY)


@given(st.integers(0, 400), days)
def test_a_delay_in_days_has_exactly_as_many(count, event):
    assert (unmoved_end(Delay(count), event) - event).days == count


@given(days, st.integers(0, 60), st.integers(0, 60))
def test_a_delay_in_months_is_never_shorter_than_the_calendar_says(start, months, more):
    following = day_after(start, months)
    assert following in (plus(start, months=months), plus(start, months=months) + DAY)
    assert plus(following, months=-months) >= start
    assert day_after(start, months + more) >= following
