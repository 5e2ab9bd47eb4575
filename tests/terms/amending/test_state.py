"""The state of a convention on a day: properties that hold for all amendments, and cases."""

from collective.conventions.terms.amending.amendment import Amendment
from collective.conventions.terms.amending.amendment import FIELDS
from collective.conventions.terms.amending.amendment import RowChange
from collective.conventions.terms.amending.amendment import TABLES
from collective.conventions.terms.amending.state import Origin
from collective.conventions.terms.amending.state import state
from collective.conventions.terms.amending.state import states
from copy import deepcopy
from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st


ORIGINAL = {
    "end_date": date(2027, 12, 31),
    "notice_count": 3,
    "parties": [{"partner": "city"}, {"partner": "agency"}],
    "prices": [{"description": "Access", "amount": 10}, {"description": "Support", "amount": 5}],
    "commitments": [{"partner": "city", "description": "Pay", "done": date(2026, 5, 1)}],
    "text": [{"part": "article", "number": str(n)} for n in (1, 2, 3)],
}
FIRST = date(2026, 7, 1)

days = st.integers(0, 1500).map(lambda count: FIRST + timedelta(days=count))
fields = st.dictionaries(st.sampled_from(FIELDS), st.integers(0, 9), max_size=4)
row_changes = st.builds(
    RowChange,
    st.sampled_from(sorted(TABLES)),
    st.sampled_from(("add", "replace", "remove")),
    st.sampled_from(("", "1", "2", "3", "1.1", "2.1", "7")),
    st.dictionaries(st.sampled_from(("partner", "description", "amount")), st.integers(0, 9)),
)


@st.composite
def several(draw):
    """Amendments with numbers of their own, some without a first day."""
    numbers = draw(st.lists(st.integers(1, 30), unique=True, max_size=5))
    return [
        Amendment(
            number,
            draw(st.none() | days),
            fields=draw(fields),
            rows=tuple(draw(st.lists(row_changes, max_size=4))),
        )
        for number in numbers
    ]


@given(several(), days)
def test_the_original_is_never_altered(amendments, at):
    before = deepcopy(ORIGINAL)
    found = state(ORIGINAL, amendments, at)
    for rows in found.rows.values():
        for row in rows:
            dict(row.values)["partner"] = "other"
    assert before == ORIGINAL


@given(several(), st.randoms(), days)
def test_the_order_in_which_they_are_given_does_not_matter(amendments, random, at):
    shuffled = random.sample(amendments, len(amendments))
    assert contents(state(ORIGINAL, shuffled, at)) == contents(state(ORIGINAL, amendments, at))


@given(several())
def test_before_the_first_of_them_all_is_as_in_the_original(amendments):
    first = min((one.effective for one in amendments if one.effective), default=FIRST)
    found = state(ORIGINAL, amendments, first - timedelta(days=1))
    assert found.changed == {}
    assert found.applied == ()
    for table, rows in found.rows.items():
        assert [row.values for row in rows] == ORIGINAL[table]
        assert all(row.origin is None for row in rows)


@given(several(), days)
def test_telling_an_amendment_twice_changes_no_more(amendments, at):
    twice = [*amendments, *amendments]
    once = state(ORIGINAL, amendments, at)
    assert state(ORIGINAL, twice, at).changed == once.changed
    # What holds is a state of its own: with nothing more to come it stays as it is.
    whole = {**ORIGINAL, **once.changed}
    assert {**whole, **state(whole, (), at).changed} == whole


@given(fields, fields, days, days)
def test_of_changes_that_share_nothing_the_first_day_does_not_matter(one, other, first, second):
    other = {name: value for name, value in other.items() if name not in one}
    late = max(first, second)
    found = state(
        ORIGINAL, (Amendment(1, first, fields=one), Amendment(2, second, fields=other)), late
    )
    swapped = (Amendment(1, second, fields=one), Amendment(2, first, fields=other))
    assert found.changed == state(ORIGINAL, swapped, late).changed


@given(several(), st.integers(0, 1600))
def test_the_states_tile_the_time(amendments, count):
    day = FIRST - timedelta(days=50) + timedelta(days=count)
    holding = [one for one in states(ORIGINAL, amendments) if one.at <= day]
    expected = holding[-1].changed if holding else {}
    assert state(ORIGINAL, amendments, day).changed == expected


@given(several(), days)
def test_every_changed_value_says_where_it_comes_from(amendments, at):
    found = state(ORIGINAL, amendments, at)
    numbers = {one.number: one for one in amendments}
    assert set(found.origins) == set(found.changed) - set(TABLES)
    for name, origin in found.origins.items():
        assert numbers[origin.number].fields[name] == found.changed[name]
        assert numbers[origin.number].effective == origin.effective <= at


def test_a_field_holds_from_its_first_day_on():
    prolonged = Amendment(1, FIRST, fields={"end_date": date(2028, 12, 31)})
    assert state(ORIGINAL, [prolonged], FIRST - timedelta(days=1)).changed == {}
    found = state(ORIGINAL, [prolonged], FIRST)
    assert found.changed == {"end_date": date(2028, 12, 31)}
    assert found.origins == {"end_date": Origin(1, FIRST)}


def test_what_takes_effect_later_is_still_to_come():
    prolonged = Amendment(1, FIRST, fields={"end_date": date(2028, 12, 31)})
    found = state(ORIGINAL, [prolonged], date(2026, 1, 1))
    assert (found.applied, found.coming) == ((), (prolonged,))
    assert state(ORIGINAL, [prolonged]).changed["end_date"] == date(2028, 12, 31)


def test_rows_keep_their_names_whatever_was_changed_before():
    removed = Amendment(1, FIRST, rows=(RowChange("prices", "remove", "1"),))
    replaced = RowChange("prices", "replace", "2", {"description": "Support", "amount": 7})
    dearer = Amendment(2, date(2027, 1, 1), rows=(replaced,))
    found = state(ORIGINAL, [dearer, removed])
    assert [(row.name, row.values["amount"]) for row in found.rows["prices"]] == [("2", 7)]
    assert found.rows["prices"][0].origin == Origin(2, date(2027, 1, 1))
    assert [(row.name, row.origin.number) for row in found.removed["prices"]] == [("1", 1)]


def test_an_article_comes_behind_the_one_it_names():
    added = (
        RowChange("text", "add", "2", {"part": "article", "number": "2bis"}),
        RowChange("text", "add", "2", {"part": "article", "number": "2ter"}),
        RowChange("text", "add", "", {"part": "article", "number": "4"}),
    )
    later = Amendment(2, date(2027, 1, 1), rows=(RowChange("text", "remove", "2"),))
    found = state(ORIGINAL, [Amendment(1, FIRST, rows=added), later])
    numbers = [row.values["number"] for row in found.rows["text"]]
    assert numbers == ["1", "2bis", "2ter", "3", "4"]


def test_what_happened_to_a_commitment_stays_when_its_words_are_replaced():
    change = RowChange(
        "commitments", "replace", "1", {"partner": "city", "description": "Pay more"}
    )
    found = state(ORIGINAL, [Amendment(1, FIRST, rows=(change,))])
    row = found.rows["commitments"][0].values
    assert (row["description"], row["done"]) == ("Pay more", date(2026, 5, 1))


def contents(found):
    return found.changed, found.origins, found.rows, found.removed
