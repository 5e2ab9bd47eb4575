"""College before Council, each body once in a sitting, and which adoption counts (B2, B4)."""

from collective.conventions.terms.deliberating import check_deliberations
from collective.conventions.terms.deliberating import Deliberation
from collective.conventions.terms.deliberating import deliberations_of
from collective.conventions.terms.deliberating import proposal
from collective.conventions.terms.deliberating import standing
from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
import pytest


TODAY = date(2026, 4, 1)
COLLEGE = {"body": "college", "sitting": date(2026, 1, 29), "outcome": "adopted", "number": "7"}
COUNCIL = {"body": "council", "sitting": date(2026, 2, 23), "outcome": "adopted", "number": "17"}


def seen(*rows, council_date=None):
    found = check_deliberations(list(rows), TODAY, council_date)
    return [(one.code, one.row, one.column) for one in found]


def test_the_college_proposes_and_the_council_adopts():
    assert seen(COLLEGE, COUNCIL, council_date=COUNCIL["sitting"]) == []
    assert seen({**COLLEGE, "sitting": COUNCIL["sitting"]}, COUNCIL) == []


def test_the_council_may_decide_where_no_college_is_on_record():
    assert seen(COUNCIL) == []


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        ([COUNCIL, {**COUNCIL, "outcome": "refused"}], ("duplicate", 1, "sitting")),
        ([{**COUNCIL, "number": " "}], ("required", 0, "number")),
        ([{**COUNCIL, "sitting": date(2026, 4, 2)}], ("in_future", 0, "sitting")),
        (
            [{**COLLEGE, "sitting": date(2026, 2, 24)}, COUNCIL],
            ("college_after_council", 1, "sitting"),
        ),
        ([{**COLLEGE, "outcome": "postponed"}, COUNCIL], ("college_after_council", 1, "sitting")),
        ([{**COLLEGE, "outcome": "kept"}], ("unknown_choice", 0, "outcome")),
        ([{**COLLEGE, "body": "mayor"}], ("unknown_choice", 0, "body")),
        ([{**COLLEGE, "sitting": None}], ("required", 0, "sitting")),
    ],
)
def test_what_cannot_be(rows, found):
    assert seen(*rows) == [found]


@pytest.mark.parametrize("outcome", ["refused", "postponed"])
def test_the_decision_on_record_was_adopted_on_its_day(outcome):
    other = {**COUNCIL, "outcome": outcome}
    assert seen(other, council_date=COUNCIL["sitting"]) == [("not_adopted", 0, "outcome")]
    assert seen(other, council_date=COUNCIL["sitting"] + timedelta(1)) == []


def test_what_was_postponed_or_refused_comes_back_in_a_later_sitting():
    later = {**COUNCIL, "sitting": date(2026, 3, 30)}
    anew = {**COLLEGE, "sitting": date(2026, 3, 5)}
    assert seen(COLLEGE, {**COUNCIL, "outcome": "postponed", "number": None}, later) == []
    assert seen(COLLEGE, {**COUNCIL, "outcome": "refused"}, anew, later) == []


def test_the_latest_proposal_made_in_time_is_the_one_that_was_voted_on():
    days = [date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)]
    found = deliberations_of([{**COLLEGE, "sitting": day} for day in reversed(days)])
    assert [one.sitting for one in found] == days
    assert proposal(found).sitting == days[2]
    assert proposal(found, until=date(2026, 2, 28)).sitting == days[1]
    assert proposal(found, until=date(2025, 12, 31)) is None
    assert proposal(deliberations_of([COUNCIL])) is None


def test_an_adoption_counts_as_long_as_it_is_the_decision_on_record():
    found = deliberations_of([COLLEGE, COUNCIL])
    assert standing(found, COUNCIL["sitting"], "17").number == "17"
    assert standing(found, COUNCIL["sitting"], "18") is None
    assert standing(found, None, "") is None


def test_a_row_without_its_day_is_no_deliberation():
    assert deliberations_of([{"body": "council", "outcome": "adopted"}, None]) == ()
    assert deliberations_of([COUNCIL]) == (
        Deliberation("council", date(2026, 2, 23), "adopted", "17", ""),
    )


rows = st.lists(
    st.fixed_dictionaries(
        {
            "body": st.sampled_from(["college", "council"]),
            "sitting": st.dates(date(2025, 1, 1), TODAY),
            "outcome": st.sampled_from(["adopted", "refused", "postponed"]),
            "number": st.sampled_from(["1", "2"]),
        }
    ),
    max_size=6,
)


@given(rows)
def test_no_council_goes_before_the_college_unseen(found):
    bodies = {row["body"] for row in found}
    proposed = [r["sitting"] for r in found if (r["body"], r["outcome"]) == ("college", "adopted")]
    early = {
        position
        for position, row in enumerate(found)
        if row["body"] == "council" and all(day > row["sitting"] for day in proposed)
    }
    told = {row for code, row, _column in seen(*found) if code == "college_after_council"}
    assert told == (early if "college" in bodies else set())


@given(rows, st.randoms())
def test_the_order_of_the_rows_does_not_matter(found, random):
    mixed = random.sample(found, len(found))
    codes = sorted(code for code, _row, _column in seen(*found))
    assert sorted(code for code, _row, _column in seen(*mixed)) == codes
    once = len({(row["body"], row["sitting"]) for row in found}) == len(found)
    if once:
        assert deliberations_of(mixed) == deliberations_of(found)
