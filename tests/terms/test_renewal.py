"""Renewals: decided by what holds on the day."""

from collective.conventions.terms.duration import Facts
from collective.conventions.terms.duration import Term
from collective.conventions.terms.letters import Letter
from collective.conventions.terms.renewal import AHEAD
from collective.conventions.terms.renewal import happened
from collective.conventions.terms.renewal import next_renewal
from collective.conventions.terms.renewal import Renewal
from collective.conventions.terms.renewal import renewals
from collective.conventions.terms.term import force
from dataclasses import replace
from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
from itertools import pairwise
import pytest


DAY = timedelta(days=1)
C13 = Term("next_month", None, "years", 1, None, "tacit", 12, 48, 1)
SIGNED = Facts((date(2026, 3, 12),))


def test_c13_three_renewals_in_48_months():
    assert [*renewals(C13, SIGNED, date(2026, 3, 12))] == [
        Renewal(1, date(2027, 4, 1), date(2028, 3, 31), date(2027, 2, 28)),
        Renewal(2, date(2028, 4, 1), date(2029, 3, 31), date(2028, 2, 29)),
        Renewal(3, date(2029, 4, 1), date(2030, 3, 31), date(2029, 2, 28)),
    ]


@pytest.mark.parametrize(
    ("today", "count"),
    [
        (date(2027, 3, 31), 0),
        (date(2027, 4, 1), 1),
        (date(2028, 4, 1), 2),
        (date(2029, 4, 1), 3),
        (date(2040, 1, 1), 3),
    ],
)
def test_a_renewal_happens_on_its_day_whether_or_not_anybody_records_it(today, count):
    assert len(happened(C13, SIGNED, today)) == count


def test_the_next_renewal_follows_those_that_happened():
    second = next_renewal(C13, SIGNED, date(2027, 6, 1))
    assert (second.number, second.refuse_by) == (2, date(2028, 2, 29))
    assert next_renewal(C13, SIGNED, date(2029, 4, 1)) is None


def test_a_refused_renewal_does_not_come():
    refused = replace(SIGNED, letters=(Letter("non_renewal", "a", date(2028, 2, 29)),))
    assert [one.number for one in renewals(C13, refused, date(2027, 6, 1))] == [1]
    assert next_renewal(C13, refused, date(2027, 6, 1)) is None


def test_nothing_renews_before_the_signature_or_after_the_end():
    assert [*renewals(C13, Facts(), date(2027, 6, 1))] == []
    ended = replace(SIGNED, terminated=date(2028, 6, 30))
    assert [one.until for one in renewals(C13, ended, date(2027, 6, 1))] == [
        date(2028, 3, 31),
        date(2028, 6, 30),
    ]


def test_without_a_cap_only_the_nearest_are_looked_at():
    endless = replace(C13, renewal_cap_months=None)
    found = [*renewals(endless, SIGNED, date(2030, 4, 1))]
    assert len([one for one in found if one.start <= date(2030, 4, 1)]) == 4
    assert len(found) == 4 + AHEAD


def test_an_express_renewal_happens_when_it_is_agreed():
    express = replace(C13, renewal="express", notice_count=None)
    assert [*renewals(express, SIGNED, date(2027, 6, 1))] == []
    agreed = replace(SIGNED, agreed=(date(2027, 3, 3),))
    assert force(express, agreed).end == date(2028, 3, 31)
    assert [one.start for one in renewals(express, agreed, date(2027, 6, 1))] == [date(2027, 4, 1)]
    many = replace(SIGNED, agreed=(date(2027, 3, 3),) * 9)
    assert force(express, many).end == date(2030, 3, 31)


def test_renewals_by_the_month_from_the_31st_are_never_chained():
    monthly = Term("fixed_date", date(2026, 1, 31), "months", 1, None, "tacit", 1)
    signed = Facts((date(2026, 1, 1),))
    assert [one.start for one in renewals(monthly, signed, date(2026, 1, 1))] == [
        date(2026, 2, 28),
        date(2026, 3, 31),
        date(2026, 4, 30),
        date(2026, 5, 31),
        date(2026, 6, 30),
    ]


@given(
    st.integers(1, 48),
    st.integers(1, 36),
    st.integers(0, 120),
    st.integers(1, 12),
    st.dates(date(1950, 1, 1), date(2150, 1, 1)),
    st.dates(date(1950, 1, 1), date(2150, 1, 1)),
)
def test_periods_tile_and_never_pass_the_cap(first, months, more, notice, start, today):
    term = Term("fixed_date", start, "months", first, None, "tacit", months, first + more, notice)
    facts = Facts((start,))
    found = [*renewals(term, facts, today)]
    last = force(term, facts).end
    assert all(left.until + DAY == right.start for left, right in pairwise(found))
    assert all(one.refuse_by < one.start <= one.until <= last for one in found)
    assert not found or found[-1].until == last
    assert [one for one in found if one.start <= today] == list(happened(term, facts, today))
