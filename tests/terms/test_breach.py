"""Breach: formal notice, time to make it good, right to terminate."""

from collective.conventions.terms.breach import cure_delay
from collective.conventions.terms.breach import cures
from collective.conventions.terms.duration import Facts
from collective.conventions.terms.duration import Term
from collective.conventions.terms.letters import Letter
from dataclasses import replace
from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
import pytest


O9 = Term(breach_count=8, breach_unit="days", breach_basis="presentation")
D6 = Term(breach_count=1, breach_unit="months", breach_basis="sending")


def notice(sent=None, presented=None, **more):
    return Letter("formal_notice", "a", sent, None, presented, **more)


def only(term, *letters):
    (cure,) = cures(term, Facts(letters=letters))
    return cure


def test_o9_eight_days_after_the_presentation():
    cure = only(O9, notice(date(2026, 2, 26), date(2026, 3, 2)))
    assert (cure.until.day, cure.right.day) == (date(2026, 3, 10), date(2026, 3, 11))
    assert cure.until.params == {
        "count": 8,
        "unit": "days",
        "basis": "presentation",
        "given": "2026-03-02",
        "moved_from": "",
    }


def test_o9_an_end_on_a_saturday_moves_to_monday_unless_the_clause_derogates():
    letter = notice(date(2026, 3, 10), date(2026, 3, 13))
    assert only(O9, letter).until.day == date(2026, 3, 23)
    assert only(O9, letter).until.params["moved_from"] == "2026-03-21"
    assert only(replace(O9, delays_move=False), letter).until.day == date(2026, 3, 21)


def test_o9_nothing_runs_before_the_presentation_is_known():
    assert [*cures(O9, Facts(letters=(notice(date(2026, 3, 2)),)))] == []


def test_d6_one_month_after_sending():
    cure = only(D6, notice(date(2026, 3, 10)))
    assert (cure.until.day, cure.right.day) == (date(2026, 4, 10), date(2026, 4, 11))


@pytest.mark.parametrize(
    ("party", "day", "made_good"),
    [
        ("b", date(2026, 4, 10), True),
        ("", date(2026, 3, 10), True),
        ("b", date(2026, 4, 11), False),
        ("a", date(2026, 4, 1), False),
        ("b", None, False),
    ],
)
def test_a_breach_made_good_in_time_leaves_no_right(party, day, made_good):
    cure = only(D6, notice(date(2026, 3, 10)), Letter("cure", party, day))
    assert (cure.right is None) == made_good


def test_a_withdrawn_notice_and_a_missing_clause_set_nothing_going():
    letters = (notice(date(2026, 3, 10)), Letter("withdrawal", "a", date(2026, 3, 12)))
    assert [*cures(D6, Facts(letters=letters))] == []
    assert [*cures(Term(), Facts(letters=letters[:1]))] == []
    assert cure_delay(Term(breach_count=0)) is None


def test_each_notice_has_a_time_of_its_own():
    letters = (notice(date(2026, 3, 10)), Letter("other"), notice(date(2026, 5, 4)))
    found = [*cures(D6, Facts(letters=letters))]
    assert [(cure.row, cure.until.day) for cure in found] == [
        (0, date(2026, 4, 10)),
        (2, date(2026, 6, 4)),
    ]


@given(
    st.integers(1, 90),
    st.sampled_from(["days", "months"]),
    st.dates(date(1900, 1, 1), date(2100, 1, 1)),
)
def test_the_right_comes_after_the_time_and_a_later_notice_never_gives_it_earlier(count, unit, day):
    term = Term(breach_count=count, breach_unit=unit)
    one, later = only(term, notice(day)), only(term, notice(day + timedelta(days=1)))
    assert day < one.until.day < one.right.day
    assert one.right.day <= later.right.day
