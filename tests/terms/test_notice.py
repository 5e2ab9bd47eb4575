"""Notice: the last safe day, and when one given on a day ends the convention."""

from collective.conventions.terms.dates import FIRST_DAY
from collective.conventions.terms.dates import LAST_DAY
from collective.conventions.terms.dates import plus
from collective.conventions.terms.duration import Facts
from collective.conventions.terms.duration import Term
from collective.conventions.terms.letters import effective_day
from collective.conventions.terms.letters import Letter
from collective.conventions.terms.letters import standing
from collective.conventions.terms.notice import last_safe_day
from collective.conventions.terms.notice import notice_end
from collective.conventions.terms.term import force
from dataclasses import replace
from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
import pytest


DAY = timedelta(days=1)
C13 = Term("next_month", None, "years", 1, None, "tacit", 12, 48, 1, "months", notice_by="cpas")
D6 = Term(duration_unit="years", duration_count=1, notice_count=3)
W5 = Term(notice_count=3)
SIGNED = Facts((date(2026, 3, 12),))

days = st.dates(FIRST_DAY, LAST_DAY)
notices = st.builds(
    Term,
    notice_count=st.none() | st.integers(-1, 400),
    notice_unit=st.sampled_from(["days", "months"]),
)


def by(kind, day, party="cpas", **more):
    return replace(SIGNED, letters=(Letter(kind, party, day, **more),))


@pytest.mark.parametrize(
    ("count", "unit", "following", "expected"),
    [
        (1, "months", date(2027, 4, 1), date(2027, 2, 28)),
        (1, "months", date(2028, 4, 1), date(2028, 2, 29)),
        (3, "months", date(2026, 7, 1), date(2026, 3, 31)),
        (1, "months", date(2026, 3, 31), date(2026, 2, 27)),
        (1, "months", date(2026, 2, 28), date(2026, 1, 27)),
        (1, "months", date(2026, 3, 1), date(2026, 1, 31)),
        (30, "days", date(2026, 4, 1), date(2026, 3, 1)),
        (6, "months", date(2026, 8, 31), date(2026, 2, 27)),
        (None, "months", date(2026, 4, 1), date(2026, 3, 31)),
    ],
)
def test_the_last_safe_day(count, unit, following, expected):
    assert last_safe_day(Term(notice_count=count, notice_unit=unit), following) == expected


@pytest.mark.parametrize(
    ("count", "given", "end"),
    [
        (1, date(2027, 2, 28), date(2027, 3, 31)),
        (3, date(2026, 3, 31), date(2026, 6, 30)),
        (3, date(2026, 4, 1), date(2026, 7, 1)),
        (1, date(2026, 1, 27), date(2026, 2, 27)),
        (1, date(2026, 1, 28), date(2026, 2, 28)),
        (1, date(2026, 1, 30), date(2026, 2, 28)),
        (1, date(2026, 1, 31), date(2026, 2, 28)),
    ],
)
def test_the_end_of_a_notice(count, given, end):
    assert notice_end(Term(notice_count=count), given) == end


def test_d6_three_months_end_it_before_its_term():
    assert force(D6, SIGNED).end == date(2027, 3, 11)
    assert force(D6, by("termination", date(2026, 5, 5))).end == date(2026, 8, 5)


def test_a_notice_never_lengthens_a_term():
    assert force(D6, by("termination", date(2027, 3, 1))).end == date(2027, 3, 11)


def test_an_unlimited_convention_ends_by_notice():
    assert force(W5, SIGNED).end is None
    assert force(W5, by("termination", date(2026, 5, 5))).end == date(2026, 8, 5)


def test_without_a_clause_a_letter_alone_ends_nothing():
    assert force(Term(), by("termination", date(2026, 5, 5))).end is None


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (date(2027, 2, 28), date(2027, 3, 31)),
        (date(2027, 3, 1), date(2028, 3, 31)),
        (date(2028, 2, 29), date(2028, 3, 31)),
        (date(2028, 3, 1), date(2029, 3, 31)),
        (date(2029, 4, 1), date(2030, 3, 31)),
    ],
)
def test_c13_a_letter_refuses_the_renewal_that_comes_next(day, end):
    assert force(C13, by("non_renewal", day)).end == end


def test_c13_only_the_user_may_refuse():
    assert force(C13, by("non_renewal", date(2027, 2, 1), "union")).end == date(2030, 3, 31)
    assert force(C13, by("non_renewal", date(2027, 2, 1), "")).end == date(2027, 3, 31)


def test_c13_gives_no_notice_in_the_middle_of_a_year():
    assert force(C13, by("termination", date(2027, 2, 1))).end == date(2030, 3, 31)
    free = replace(C13, notice_scope="any_time")
    assert force(free, by("termination", date(2027, 2, 1))).end == date(2027, 3, 1)


@pytest.mark.parametrize(
    ("basis", "end"),
    [
        ("sending", date(2027, 3, 31)),
        ("receipt", date(2028, 3, 31)),
        ("presentation", date(2027, 3, 31)),
    ],
)
def test_what_counts_as_giving_notice(basis, end):
    posted = by(
        "non_renewal", date(2027, 2, 26), received=date(2027, 3, 2), presented=date(2027, 2, 28)
    )
    assert force(replace(C13, notice_basis=basis), posted).end == end


def test_a_letter_nobody_can_prove_received_refuses_nothing_yet():
    by_receipt = replace(C13, notice_basis="receipt")
    assert force(by_receipt, by("non_renewal", date(2027, 1, 5))).end == date(2030, 3, 31)


def test_what_was_received_was_presented_that_day_at_the_latest():
    letter = Letter("formal_notice", "a", date(2026, 3, 1), date(2026, 3, 9))
    assert effective_day(letter, "presentation") == date(2026, 3, 9)
    letter = replace(letter, presented=date(2026, 3, 3))
    assert effective_day(letter, "presentation") == date(2026, 3, 3)


def test_a_withdrawn_notice_ends_nothing():
    given = Letter("non_renewal", "cpas", date(2027, 1, 5))
    back = Letter("withdrawal", "cpas", date(2027, 1, 20))
    again = Letter("non_renewal", "cpas", date(2027, 2, 10))
    other = replace(back, party="union")
    assert standing((given, back), "non_renewal") == ()
    assert standing((given, other), "non_renewal") == (given,)
    assert standing((given, back, again), "non_renewal") == (again,)
    facts = replace(SIGNED, letters=(given, back))
    assert force(C13, facts).end == date(2030, 3, 31)
    assert force(C13, replace(facts, letters=(given, back, again))).end == date(2027, 3, 31)


@given(notices, days)
def test_the_last_safe_day_lies_before_its_target_and_a_full_notice_fits(term, following):
    safe = last_safe_day(term, following)
    assert safe < following
    assert notice_end(term, safe) < following
    assert notice_end(term, safe + DAY) >= following


@given(notices, days)
def test_a_day_later_in_never_gives_a_day_earlier_out(term, day):
    assert last_safe_day(term, day) <= last_safe_day(term, day + DAY)
    assert notice_end(term, day) <= notice_end(term, day + DAY)
    assert notice_end(term, day) >= day


@given(st.integers(1, 60), days)
def test_a_notice_in_months_is_safe_by_both_ways_of_counting(count, following):
    safe = last_safe_day(Term(notice_count=count), following)
    assert plus(following, months=-count) > safe
    assert plus(safe + DAY, months=count) <= following
