"""A decision that comes back is read strictly, recorded once, and only about what was exported."""

from collective.conventions.exchange.decision import loads
from collective.conventions.exchange.decision import MAXIMUM
from collective.conventions.exchange.decision import read
from collective.conventions.exchange.decision import take
from collective.conventions.exchange.fingerprint import fingerprint
from collective.conventions.interfaces import BadRequest
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.storage import find
from factories import TODAY
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from pathlib import Path
from plone import api
import json
import pytest


SCHEMA = json.loads(
    (Path(__file__).parents[2] / "docs" / "schemas" / "decision.schema.json").read_text("utf-8")
)
SOUND = {
    "format": "collective.conventions/decision",
    "version": 1,
    "id": "0123",
    "fingerprint": "ab",
    "body": "council",
    "sitting": "2025-12-15",
    "outcome": "adopted",
    "number": "17",
    "remark": None,
}


@pytest.fixture
def sent(convention):
    return {**SOUND, "id": convention.UID(), "fingerprint": fingerprint(convention)}


def trace(convention):
    return (
        api.content.get_state(convention),
        list(convention.deliberations),
        find(convention.UID()).length,
    )


def test_an_adoption_approves_the_convention(convention, sent):
    assert take(convention, loads(json.dumps(sent).encode()), TODAY) is True
    assert api.content.get_state(convention) == "council_approved"
    assert convention.council_number == "17"


def test_the_same_decision_again_changes_nothing(convention, sent):
    take(convention, read(sent), TODAY)
    before = trace(convention)
    assert take(convention, read(sent), TODAY) is False
    assert trace(convention) == before


@pytest.mark.parametrize("outcome", ["refused", "postponed"])
def test_what_was_not_adopted_stays_a_draft(convention, sent, outcome):
    decision = read({**sent, "outcome": outcome, "number": None, "remark": "Later"})
    assert take(convention, decision, TODAY) is True
    assert api.content.get_state(convention) == "draft"
    assert convention.deliberations[0]["remark"] == "Later"


def test_a_decision_about_another_text_is_refused(convention, sent):
    convention.subject_matter = "Something else."
    before = trace(convention)
    with pytest.raises(Conflict):
        take(convention, read(sent), TODAY)
    assert trace(convention) == before


def test_a_decision_about_another_convention_is_refused(convention, sent):
    with pytest.raises(Conflict):
        take(convention, read({**sent, "id": "0123"}), TODAY)


def test_what_cannot_be_decided_is_refused(convention, sent):
    before = trace(convention)
    with pytest.raises(UnprocessableEntity) as error:
        take(convention, read({**sent, "number": ""}), TODAY)
    assert "number" in {one.column for one in error.value.findings}
    assert trace(convention) == before


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"format": "other"}, ("unknown_choice", "format")),
        ({"version": 2}, ("unknown_choice", "version")),
        ({"version": "1"}, ("wrong_type", "version")),
        ({"version": True}, ("wrong_type", "version")),
        ({"id": None}, ("required", "id")),
        ({"id": 7}, ("wrong_type", "id")),
        ({"fingerprint": " "}, ("required", "fingerprint")),
        ({"body": "mayor"}, ("unknown_choice", "body")),
        ({"outcome": None}, ("required", "outcome")),
        ({"sitting": "15/12/2025"}, ("wrong_type", "sitting")),
        ({"sitting": "2025-13-01"}, ("wrong_type", "sitting")),
        ({"sitting": "20251215"}, ("wrong_type", "sitting")),
        ({"sitting": "1800-01-01"}, ("date_out_of_range", "sitting")),
        ({"number": "1" * 101}, ("text_too_long", "number")),
        ({"remark": ["x"]}, ("wrong_type", "remark")),
        ({"vote": "all"}, ("unknown_member", "vote")),
    ],
)
def test_what_is_wrong_is_named(change, found):
    with pytest.raises(BadRequest) as error:
        read({**SOUND, **change})
    assert [(one.code, one.field) for one in error.value.findings] == [found]


@pytest.mark.parametrize(
    "raw", [b"", b"{", b"[]", b"null", b"\xff", b"[" * 100000, b" " * (MAXIMUM + 1)]
)
def test_what_is_no_decision_at_all_is_refused(raw):
    with pytest.raises(BadRequest):
        loads(raw)


values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(0, 3),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from([*map(str, SOUND.values()), "college", "refused", "2025-02-30", " "]),
    st.text(max_size=5),
)


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from([*SOUND, "more"]), values, max_size=4))
def test_the_schema_of_the_docs_and_the_reading_agree(change):
    sent = {**SOUND, **change}
    sound = Draft202012Validator(SCHEMA).is_valid(sent)
    try:
        read(sent)
    except BadRequest:
        refused = True
    else:
        refused = False
    # That a day is one of the calendar, and within reason, is more than a pattern can say.
    if sound and refused:
        assert set(change) & {"sitting"}
    else:
        assert refused is not sound
