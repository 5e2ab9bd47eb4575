"""What may still be changed in which state."""

from collective.conventions.terms.findings import Finding
from collective.conventions.terms.locks import aspect_of
from collective.conventions.terms.locks import ASPECTS
from collective.conventions.terms.locks import changed
from collective.conventions.terms.locks import open_aspects
from collective.conventions.terms.locks import refused
from datetime import date
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
import pytest


STATES = ("draft", "council_approved", "signed", "terminated")
PROMISE = {"partner": "city", "description": "two profiles", "quantity": Decimal(2), "done": None}
SIGNS = {"partner": "city", "name": "A. Example", "date_signed": None, "original_received": None}


@pytest.mark.parametrize(
    ("aspect", "states"),
    [
        ("terms", {"draft"}),
        ("decision", {"draft"}),
        ("signature", {"council_approved"}),
        ("follow_up", {"draft", "council_approved", "signed"}),
        ("ending", {"signed"}),
    ],
)
def test_states_that_open_an_aspect(aspect, states):
    assert {state for state in STATES if aspect in open_aspects(state)} == states


def test_a_state_nobody_knows_opens_nothing():
    assert open_aspects("published") == frozenset()


@pytest.mark.parametrize(
    ("field", "column", "aspect"),
    [
        ("title", None, "terms"),
        ("council_date", None, "decision"),
        ("contacts", "email", "follow_up"),
        ("commitments", None, "terms"),
        ("commitments", "amount", "terms"),
        ("commitments", "done", "follow_up"),
        ("commitments", "evidence", "follow_up"),
        ("signatories", "name", "terms"),
        ("signatories", "date_signed", "signature"),
        ("signatories", "original_received", "follow_up"),
        ("termination_date", None, "ending"),
        ("a_field_of_tomorrow", None, "terms"),
    ],
)
def test_aspects(field, column, aspect):
    assert aspect_of(field, column) == aspect


def test_w2_a_commitment_may_be_kept_after_the_signature_but_not_changed():
    before = {"commitments": [PROMISE]}
    kept = {"commitments": [{**PROMISE, "done": date(2026, 5, 1), "evidence": "report"}]}
    assert refused("signed", before, kept) == ()
    more = {"commitments": [{**PROMISE, "quantity": Decimal(3), "done": date(2026, 5, 1)}]}
    assert refused("signed", before, more) == (
        Finding("locked", "commitments", {"aspect": "terms", "state": "signed"}, 0, "quantity"),
    )


def test_a_row_more_or_less_is_a_change_of_the_terms():
    one, two = {"commitments": [PROMISE]}, {"commitments": [PROMISE, PROMISE]}
    whole = (("commitments", None, None, "terms"),)
    assert changed(one, two) == whole
    assert changed(two, one) == whole
    assert changed(one, {"commitments": None}) == whole


def test_reordered_rows_are_a_change_of_the_terms():
    other = {**PROMISE, "partner": "region"}
    found = changed({"commitments": [PROMISE, other]}, {"commitments": [other, PROMISE]})
    assert found == (
        ("commitments", 0, "partner", "terms"),
        ("commitments", 1, "partner", "terms"),
    )


def test_c14_signing_and_receiving_the_original_have_their_own_states():
    before = {"signatories": [SIGNS]}
    signing = {"signatories": [{**SIGNS, "date_signed": date(2026, 3, 5)}]}
    received = {"signatories": [{**SIGNS, "original_received": date(2026, 3, 9)}]}
    assert {state for state in STATES if not refused(state, before, signing)} == {
        "council_approved"
    }
    assert {state for state in STATES if not refused(state, before, received)} == {
        "draft",
        "council_approved",
        "signed",
    }


def test_everything_locked_is_named_at_once():
    found = refused("terminated", {}, {"title": "New", "remarks": "n", "termination_reason": "x"})
    assert [finding.field for finding in found] == ["title", "remarks", "termination_reason"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (None, ""),
        (None, []),
        ((), None),
        (None, False),
        ("a\r\nb", "a\nb"),
        (Decimal("1.0"), Decimal("1.00")),
        (["x"], ("x",)),
        ([{"a": None, "b": "x"}], [{"b": "x"}]),
    ],
)
def test_what_says_the_same_is_no_change(old, new):
    assert changed({"remarks": old}, {"remarks": new}) == ()
    assert changed({"remarks": new}, {"remarks": old}) == ()


@pytest.mark.parametrize(
    ("old", "new"), [(None, 0), (None, Decimal(0)), ("", "x"), (False, True), (["a"], ["b"])]
)
def test_what_says_something_else_is_a_change(old, new):
    assert changed({"title": old}, {"title": new}) == (("title", None, None, "terms"),)


def test_a_field_that_is_not_sent_stays_as_it_is():
    assert changed({"title": "Old", "kind": "service"}, {"kind": "service"}) == ()


values = st.none() | st.text(max_size=3) | st.integers() | st.booleans() | st.dates()
records = st.dictionaries(
    st.sampled_from(sorted(ASPECTS)),
    values | st.lists(st.dictionaries(st.sampled_from(["done", "name"]), values), max_size=3),
    max_size=5,
)


@given(records)
def test_saving_without_a_change_is_allowed_in_every_state(record):
    assert all(refused(state, record, record) == () for state in STATES)


@given(records, records)
def test_a_terminated_convention_takes_no_change(before, after):
    assert len(refused("terminated", before, after)) == len(changed(before, after))


@given(records, records)
def test_only_open_aspects_pass(before, after):
    for state in STATES:
        closed = {aspect for *_, aspect in changed(before, after)} - open_aspects(state)
        assert bool(refused(state, before, after)) == bool(closed)
