"""Which reminder of a day is due: the latest one, once, and none that nobody needs."""

from collective.conventions.terms.reminding import due
from collective.conventions.terms.reminding import due_of
from collective.conventions.terms.reminding import GRACE_DAYS
from collective.conventions.terms.reminding import Occurrence
from collective.conventions.terms.reminding import Schedule
from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
import pytest


DAY = date(2026, 2, 28)
NOTICE = Schedule((60, 30, 7))
COMMITMENT = Schedule((14, 0), 14)
WEEKLY = Schedule((30,), 7)

schedules = st.builds(
    Schedule,
    st.lists(st.integers(0, 120), min_size=1, max_size=5, unique=True).map(tuple),
    st.none() | st.integers(1, 60),
)
days = st.dates(date(1950, 1, 1), date(2150, 1, 1))
distances = st.integers(-200, 400)


def at(offset):
    return DAY + timedelta(days=offset)


def offset_of(schedule, offset, owed=False):
    found = due(schedule, DAY, owed, at(offset))
    return None if found is None else found.offset


@pytest.mark.parametrize(
    ("today", "offset"),
    [(-61, None), (-60, -60), (-31, -60), (-30, -30), (-8, -30), (-7, -7), (0, -7)],
)
def test_the_latest_one_whose_day_has_come(today, offset):
    assert offset_of(NOTICE, today) == offset


@pytest.mark.parametrize(("today", "offset"), [(1, -7), (GRACE_DAYS, -7), (GRACE_DAYS + 1, None)])
def test_the_last_one_of_a_passed_day_can_still_be_sent_for_a_week(today, offset):
    assert offset_of(NOTICE, today) == offset


@pytest.mark.parametrize(
    ("today", "offset"), [(-1, -14), (0, 0), (13, 0), (14, 14), (27, 14), (28, 28), (1400, 1400)]
)
def test_what_is_owed_is_recalled_until_it_is_done(today, offset):
    assert offset_of(COMMITMENT, today, owed=True) == offset


def test_what_is_owed_and_not_repeated_can_be_sent_however_late():
    assert offset_of(NOTICE, 1000, owed=True) == -7


@pytest.mark.parametrize(
    ("today", "offset"),
    [(-30, -30), (-24, -30), (-23, -23), (-9, -9), (-2, -2), (5, -2), (8, None)],
)
def test_a_repetition_before_the_day_stops_at_the_day(today, offset):
    assert offset_of(WEEKLY, today) == offset


def test_a_repetition_of_what_is_owed_goes_on_through_the_day():
    assert [offset_of(WEEKLY, today, owed=True) for today in (-2, 4, 5, 12)] == [-2, -2, 5, 12]


def test_an_occurrence_has_a_stable_name():
    assert str(Occurrence(DAY, -30)) == "2026-02-28/-30"
    assert str(Occurrence(DAY, 14)) == "2026-02-28/+14"
    assert str(Occurrence(DAY, 0)) == "2026-02-28/+0"


def test_several_schedules_for_one_person_make_one_reminder_due():
    assert due_of((NOTICE, Schedule((45,))), DAY, False, at(-45)) == Occurrence(DAY, -45)
    assert due_of((NOTICE, Schedule((45,))), DAY, False, at(-30)) == Occurrence(DAY, -30)
    assert due_of((), DAY, False, DAY) is None


@pytest.mark.parametrize(("before", "repeat"), [((), None), ((-1,), None), ((7,), 0), ((7,), -7)])
def test_a_schedule_that_cannot_be(before, repeat):
    with pytest.raises(ValueError):
        Schedule(before, repeat)


@given(days, st.integers(-4000, 4000))
def test_the_name_of_an_occurrence_says_it_all(day, offset):
    occurrence = Occurrence(day, offset)
    assert Occurrence.read(str(occurrence)) == occurrence
    assert (occurrence.due - day).days == offset


@given(schedules, days, st.booleans(), distances)
def test_none_is_due_before_its_day(schedule, day, owed, distance):
    found = due(schedule, day, owed, day + timedelta(days=distance))
    assert found is None or (found.day == day and found.offset <= distance)


@given(schedules, days, st.booleans(), distances, st.integers(0, 200))
def test_a_later_run_never_goes_back(schedule, day, owed, distance, later):
    today = day + timedelta(days=distance)
    first, second = (
        due(schedule, day, owed, today + timedelta(days=passed)) for passed in (0, later)
    )
    assert first is None or second is None or second >= first


@given(schedules, days, distances)
def test_what_is_owed_is_never_lost(schedule, day, distance):
    begun = distance >= -max(schedule.days_before)
    assert (due(schedule, day, True, day + timedelta(days=distance)) is not None) == begun


@given(schedules, days, st.booleans())
def test_daily_runs_and_rare_ones_end_with_the_same_reminder(schedule, day, owed):
    span = range(-130, GRACE_DAYS + 1)
    daily = [due(schedule, day, owed, day + timedelta(days=distance)) for distance in span]
    told = [one for one in dict.fromkeys(daily) if one is not None]
    assert told == sorted(set(told))
    assert told[-1] == due(schedule, day, owed, day + timedelta(days=GRACE_DAYS))
    named = {-days for days in schedule.days_before}
    assert named <= {one.offset for one in told}


@given(schedules, days, st.integers(1, 400), st.booleans(), distances)
def test_another_day_is_another_occurrence(schedule, day, moved, owed, distance):
    today = day + timedelta(days=distance)
    found = [due(schedule, one, owed, today) for one in (day, day + timedelta(days=moved))]
    assert None in found or str(found[0]) != str(found[1])
