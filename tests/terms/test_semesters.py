"""Semesters and full months (C12)."""

from collective.conventions.terms.semesters import covered
from collective.conventions.terms.semesters import first_full_month
from collective.conventions.terms.semesters import full_months
from collective.conventions.terms.semesters import is_full
from collective.conventions.terms.semesters import last_day_of
from collective.conventions.terms.semesters import semester_of
from collective.conventions.terms.semesters import stretches
from collective.conventions.terms.spans import NEVER
from collective.conventions.terms.spans import Span
from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
from itertools import pairwise
import pytest


days = st.dates(date(1950, 1, 1), date(2150, 1, 1))
spans = st.builds(
    lambda start, length: Span(start, None if length is None else start + timedelta(length)),
    days,
    st.none() | st.integers(0, 2000),
)


@pytest.mark.parametrize(
    ("day", "start", "end"),
    [
        (date(2026, 1, 1), date(2026, 1, 1), date(2026, 6, 30)),
        (date(2026, 6, 30), date(2026, 1, 1), date(2026, 6, 30)),
        (date(2026, 7, 1), date(2026, 7, 1), date(2026, 12, 31)),
        (date(2026, 12, 31), date(2026, 7, 1), date(2026, 12, 31)),
    ],
)
def test_c12_semesters_begin_on_1_january_and_1_july(day, start, end):
    assert semester_of(day) == Span(start, end)


def test_c12_a_start_on_the_15th_is_charged_from_the_next_month_on():
    assert first_full_month(date(2026, 3, 15)) == date(2026, 4, 1)
    assert first_full_month(date(2026, 3, 1)) == date(2026, 3, 1)
    assert first_full_month(date(2026, 12, 31)) == date(2027, 1, 1)


def test_c12_the_first_invoice_covers_the_full_months_to_the_end_of_the_semester():
    months = full_months(Span(date(2026, 4, 1), None), date(2026, 6, 30))
    assert months == (date(2026, 4, 1), date(2026, 5, 1), date(2026, 6, 1))


def test_c12_the_month_of_an_end_on_the_way_is_not_full():
    assert full_months(Span(date(2026, 1, 1), date(2026, 3, 30)), date(2026, 6, 30)) == (
        date(2026, 1, 1),
        date(2026, 2, 1),
    )


def test_what_never_starts_has_no_months():
    assert full_months(NEVER, date(2026, 6, 30)) == ()


def test_two_spans_cover_a_month_together():
    first, second = (
        Span(date(2026, 1, 1), date(2026, 3, 14)),
        Span(date(2026, 3, 15), None),
    )
    assert covered((second, first), date(2026, 3, 1))
    assert not covered((first,), date(2026, 3, 1))
    assert not covered((second,), date(2026, 3, 1))
    assert not covered((), date(2026, 3, 1))


@given(days, st.lists(spans, max_size=4))
def test_a_month_is_covered_when_each_of_its_days_is(day, held):
    month = day.replace(day=1)
    every = [month + timedelta(n) for n in range((last_day_of(month) - month).days + 1)]
    assert covered(held, month) == all(any(span.holds(one) for span in held) for one in every)


@given(spans, days)
def test_the_full_months_are_those_that_are_full(span, upto):
    found = full_months(span, upto)
    assert all(is_full(span, month) and last_day_of(month) <= upto for month in found)
    assert list(found) == sorted(set(found))
    before = (found[0] if found else upto) - timedelta(1)
    if found:
        assert not is_full(span, before.replace(day=1))


@given(st.lists(st.booleans(), max_size=40), st.sets(st.integers(0, 60)))
def test_stretches_tile_the_months_they_are_made_of(values, gone):
    months = [date(2020 + n // 12, n % 12 + 1, 1) for n in range(len(values))]
    named = [
        (month, value)
        for n, (month, value) in enumerate(zip(months, values, strict=True))
        if n not in gone
    ]
    found = stretches(named)
    assert sum(count for _, count, _ in found) == len(named)
    for month, value in named:
        (own,) = (each for each in found if each[0].holds(month))
        assert own[2] == value
    for (one, _, value), (other, _, following) in pairwise(found):
        assert one.end < other.start
        assert value != following or one.end + timedelta(1) < other.start
