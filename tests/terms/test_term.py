"""When a convention is in force, and which rules can never hold together."""

from collective.conventions.terms.dates import FIRST_DAY
from collective.conventions.terms.dates import LAST_DAY
from collective.conventions.terms.dates import plus
from collective.conventions.terms.ends import term_ends
from collective.conventions.terms.findings import CODES
from collective.conventions.terms.term import Facts
from collective.conventions.terms.term import force
from collective.conventions.terms.term import impossible
from collective.conventions.terms.term import NEVER
from collective.conventions.terms.term import periods
from collective.conventions.terms.term import Span
from collective.conventions.terms.term import Term
from dataclasses import replace
from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
from itertools import islice
from itertools import pairwise
import pytest


C13 = Term("next_month", None, "years", 1, None, "tacit", 12, 48, 1, "months")
SIGNED = Facts(signed_dates=(date(2026, 3, 5), date(2026, 3, 12)))
DAY = timedelta(days=1)

days = st.dates(FIRST_DAY, LAST_DAY)
maybe_days = st.none() | days
counts = st.none() | st.integers(-2, 4000)
terms = st.builds(
    Term,
    st.sampled_from(["last_signature", "next_month", "fixed_date", "approval", "condition", "?"]),
    maybe_days,
    st.sampled_from(["unlimited", "months", "years", "until_date", "until_event", "?"]),
    counts,
    maybe_days,
    st.sampled_from(["none", "express", "tacit", "?"]),
    counts,
    counts,
    counts,
    st.sampled_from(["days", "months", "?"]),
)
facts = st.builds(
    Facts,
    st.lists(maybe_days, max_size=3).map(tuple),
    *[maybe_days] * 5,
)


def test_c13_first_of_the_month_after_the_last_signature_48_months_at_most():
    assert force(C13, SIGNED) == Span(date(2026, 4, 1), date(2030, 3, 31))


def test_c13_year_by_year():
    assert list(term_ends(C13, date(2026, 4, 1))) == [
        date(2027, 3, 31),
        date(2028, 3, 31),
        date(2029, 3, 31),
        date(2030, 3, 31),
    ]


@pytest.mark.parametrize(
    ("given", "end"),
    [
        (date(2027, 2, 28), date(2027, 3, 31)),
        (date(2027, 3, 1), date(2028, 3, 31)),
        (date(2028, 2, 29), date(2028, 3, 31)),
        (date(2028, 3, 1), date(2029, 3, 31)),
        (date(2030, 3, 1), date(2030, 3, 31)),
    ],
)
def test_c13_a_notice_stops_the_next_renewal_it_is_in_time_for(given, end):
    assert force(C13, replace(SIGNED, non_renewal=given)).end == end


def test_d4_one_year_from_the_signature_by_both():
    term = Term("last_signature", duration_unit="years", duration_count=1)
    assert force(term, Facts((date(2024, 7, 1), date(2024, 9, 10)))) == Span(
        date(2024, 9, 10), date(2025, 9, 9)
    )


def test_nothing_is_in_force_before_everyone_has_signed():
    assert force(C13, Facts()) == NEVER
    assert force(C13, Facts((date(2026, 3, 5), None))) == NEVER
    assert not NEVER.holds(date(2026, 4, 1))


def test_w5_unlimited():
    span = force(Term(), SIGNED)
    assert span == Span(date(2026, 3, 12), None)
    assert span.holds(date(2026, 3, 12)) and span.holds(date.max)
    assert not span.holds(date(2026, 3, 11))


def test_o7_until_the_end_of_the_programme():
    term = Term("last_signature", duration_unit="until_date", end_date=date(2026, 11, 30))
    span = force(term, SIGNED)
    assert span.holds(date(2026, 11, 30)) and not span.holds(date(2026, 12, 1))


def test_until_an_event():
    term = Term(duration_unit="until_event")
    assert force(term, SIGNED).end is None
    assert force(term, replace(SIGNED, event=date(2026, 9, 1))).end == date(2026, 9, 1)


@pytest.mark.parametrize(
    ("term", "changes", "start"),
    [
        (Term("fixed_date", date(2026, 1, 1)), {}, date(2026, 1, 1)),
        (Term("fixed_date"), {}, None),
        (Term("approval"), {}, None),
        (Term("approval"), {"approved": date(2026, 2, 1)}, date(2026, 3, 12)),
        (Term("approval"), {"approved": date(2026, 4, 15)}, date(2026, 4, 15)),
        (Term("condition"), {}, None),
        (Term("condition"), {"condition_met": date(2026, 5, 2)}, date(2026, 5, 2)),
        (Term("next_month"), {"signed_dates": (date(2026, 12, 31),)}, date(2027, 1, 1)),
        (Term("next_month"), {"signed_dates": (date(2026, 3, 1),)}, date(2026, 4, 1)),
    ],
)
def test_start_rules(term, changes, start):
    assert force(term, replace(SIGNED, **changes)).start == start


def test_a_termination_cuts_the_end_and_one_before_the_start_leaves_nothing():
    assert force(C13, replace(SIGNED, terminated=date(2026, 6, 30))).end == date(2026, 6, 30)
    assert force(C13, replace(SIGNED, terminated=date(2031, 6, 30))).end == date(2030, 3, 31)
    assert force(C13, replace(SIGNED, terminated=date(2026, 3, 31))) == NEVER
    assert force(Term(), replace(SIGNED, terminated=date(2026, 6, 30))).end == date(2026, 6, 30)


def test_a_termination_on_the_first_day_leaves_that_day():
    first = date(2026, 4, 1)
    assert force(C13, replace(SIGNED, terminated=first)) == Span(first, first)


def test_tacit_renewal_without_a_cap_has_no_last_day_until_a_notice():
    endless = replace(C13, renewal_cap_months=None)
    assert force(endless, SIGNED).end is None
    stopped = force(endless, replace(SIGNED, non_renewal=date(2040, 1, 1)))
    assert stopped.end == date(2040, 3, 31)


def test_express_renewal_never_happens_by_itself():
    express = replace(C13, renewal="express")
    assert force(express, SIGNED).end == date(2027, 3, 31)


def test_a_cap_that_is_no_whole_number_of_periods_cuts_the_last_one():
    assert list(term_ends(replace(C13, renewal_cap_months=30), date(2026, 4, 1))) == [
        date(2027, 3, 31),
        date(2028, 3, 31),
        date(2028, 9, 30),
    ]


def test_renewals_of_a_term_until_a_date_are_counted_from_the_day_after():
    term = Term(
        duration_unit="until_date", end_date=date(2026, 1, 30), renewal="tacit", renewal_months=1
    )
    assert list(islice(term_ends(term, date(2025, 1, 1)), 3)) == [
        date(2026, 1, 30),
        date(2026, 2, 27),  # the day before 28 February, the month's last
        date(2026, 3, 30),
    ]


def test_months_are_never_chained():
    january = date(2026, 1, 31)
    assert [plus(january, months=k) for k in range(4)] == [
        january,
        date(2026, 2, 28),
        date(2026, 3, 31),
        date(2026, 4, 30),
    ]
    monthly = Term("fixed_date", january, "months", 1, None, "tacit", 1)
    assert list(islice(term_ends(monthly, january), 3)) == [
        date(2026, 2, 27),
        date(2026, 3, 30),
        date(2026, 4, 29),
    ]


def test_29_february():
    term = Term("fixed_date", date(2024, 2, 29), "years", 1, None, "tacit", 12, 48)
    assert list(term_ends(term, date(2024, 2, 29))) == [
        date(2025, 2, 27),
        date(2026, 2, 27),
        date(2027, 2, 27),
        date(2028, 2, 28),
    ]


def test_periods_of_c12_within_a_term():
    assert periods(date(2026, 4, 1), 6, date(2027, 3, 31)) == (
        Span(date(2026, 4, 1), date(2026, 9, 30)),
        Span(date(2026, 10, 1), date(2027, 3, 31)),
    )
    assert periods(date(2026, 4, 1), 6, date(2026, 3, 31)) == ()


def test_a_period_has_at_least_a_month():
    with pytest.raises(ValueError):
        periods(date(2026, 4, 1), 0, date(2027, 3, 31))


@given(days, st.integers(1, 60), st.integers(0, 4000))
def test_periods_tile(start, months, length):
    upto = start + length * DAY
    tiles = periods(start, months, upto)
    assert (tiles[0].start, tiles[-1].end) == (start, upto)
    assert all(left.end + DAY == right.start for left, right in pairwise(tiles))
    assert all(tile.start <= tile.end for tile in tiles)
    for k, tile in enumerate(tiles):
        assert tile.start == plus(start, months=k * months)


def test_periods_reach_the_end_of_the_calendar():
    tiles = periods(date(9990, 1, 1), 12, date.max)
    assert tiles[-1].end == date.max
    assert all(left.end + DAY == right.start for left, right in pairwise(tiles))


@given(terms, facts)
def test_no_term_whatever_fails_and_force_is_a_span(term, given_facts):
    span = force(term, given_facts)
    assert (span.start is None) <= (span.end is None)
    if span.start is not None and span.end is not None:
        assert span.start <= span.end
        assert span.holds(span.start) and span.holds(span.end)
        assert not span.holds(span.start - DAY) and not span.holds(span.end + DAY)


@given(st.integers(1, 60), st.integers(1, 60), st.integers(0, 60), days, maybe_days)
def test_a_possible_cap_is_reached_and_never_passed(first, renewal, more, start, non_renewal):
    term = Term("fixed_date", start, "months", first, None, "tacit", renewal, first + more)
    assert impossible(term) == ()
    last_day = plus(start, months=first + more) - DAY
    assert force(term, Facts((start,))).end == last_day
    assert force(term, Facts((start,), non_renewal=non_renewal)).end <= last_day
    ends = list(term_ends(term, start))
    assert ends[-1] == last_day
    assert all(left < right for left, right in pairwise(ends))


@given(terms, facts, days)
def test_a_termination_never_lengthens(term, given_facts, day):
    longer = force(term, replace(given_facts, terminated=None))
    shorter = force(term, replace(given_facts, terminated=day))
    for probe in (day, day - DAY, day + DAY):
        assert longer.holds(probe) >= shorter.holds(probe)
        assert not (shorter.holds(probe) and probe > day)


@given(st.integers(1, 36), st.integers(1, 24), st.integers(0, 6), days, days, days)
def test_a_later_notice_never_ends_it_earlier(first, renewal, notice, start, one, other):
    term = Term("fixed_date", start, "months", first, None, "tacit", renewal, 240, notice)
    early, late = sorted((one, other))
    signed = Facts((start,))
    assert (
        force(term, replace(signed, non_renewal=early)).end
        <= force(term, replace(signed, non_renewal=late)).end
    )


@pytest.mark.parametrize(
    ("term", "found"),
    [
        (Term("fixed_date"), [("required", "start_date")]),
        (Term(duration_unit="months"), [("required", "duration_count")]),
        (Term(duration_unit="until_date"), [("required", "end_date")]),
        (Term(duration_unit="years", duration_count=0), [("not_positive", "duration_count")]),
        (Term(duration_unit="years", duration_count=302), [("too_large", "duration_count")]),
        (Term(renewal="tacit", renewal_months=12), [("renewal_of_unlimited", "renewal")]),
        (Term(renewal="express"), [("renewal_of_unlimited", "renewal")]),
        (replace(C13, renewal_months=None), [("renewal_period_missing", "renewal_months")]),
        (replace(C13, renewal_months=-1), [("not_positive", "renewal_months")]),
        (replace(C13, renewal_cap_months=11), [("cap_below_term", "renewal_cap_months")]),
        (replace(C13, notice_count=13), [("notice_exceeds_term", "notice_count")]),
        (
            replace(C13, notice_count=367, notice_unit="days"),
            [("notice_exceeds_term", "notice_count")],
        ),
        (replace(C13, notice_count=0), [("not_positive", "notice_count")]),
        (replace(C13, start_rule="someday"), [("unknown_choice", "start_rule")]),
        (Term("fixed_date", date(1899, 12, 31)), [("date_out_of_range", "start_date")]),
        (
            Term(duration_unit="until_date", end_date=date(2201, 1, 1)),
            [("date_out_of_range", "end_date")],
        ),
        (
            Term("fixed_date", date(2026, 4, 1), "until_date", None, date(2026, 3, 31)),
            [("end_before_start", "end_date")],
        ),
    ],
)
def test_impossible_terms(term, found):
    assert [(one.code, one.field) for one in impossible(term)] == found


@pytest.mark.parametrize(
    "term",
    [
        Term(),
        C13,
        replace(C13, renewal_cap_months=12),
        replace(C13, notice_count=12),
        replace(C13, notice_count=366, notice_unit="days"),
        Term(notice_count=3),
        Term(notice_count=5000, notice_unit="days"),
        Term(duration_unit="years", duration_count=301),
        Term("fixed_date", date(2026, 4, 1), "until_date", None, date(2026, 4, 1)),
        Term(duration_unit="until_event", notice_count=1),
    ],
)
def test_possible_terms(term):
    assert impossible(term) == ()


def test_everything_impossible_is_named_at_once():
    term = Term("fixed_date", date(1850, 1, 1), "months", None, date(1800, 1, 1), "tacit", None)
    assert {one.code for one in impossible(term)} == {
        "required",
        "date_out_of_range",
        "end_before_start",
        "renewal_period_missing",
    }


@given(terms)
def test_impossible_never_fails_and_gives_what_its_sentence_needs(term):
    for finding in impossible(term):
        assert set(finding.params) == set(CODES[finding.code])
