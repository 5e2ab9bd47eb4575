"""What each step of the workflow still needs, all at once."""

from collective.conventions.terms.findings import CODES
from collective.conventions.terms.parties import Party
from collective.conventions.terms.parties import Signatory
from collective.conventions.terms.steps import Dossier
from collective.conventions.terms.steps import missing
from collective.conventions.terms.steps import STEPS
from collective.conventions.terms.term import Term
from collective.conventions.terms.texts.fingerprint import fingerprint
from collective.conventions.terms.texts.text import Part
from dataclasses import replace
from datetime import date
from hypothesis import given
from hypothesis import strategies as st
import pytest


READY = Dossier(
    today=date(2026, 4, 1),
    title="Access to the server",
    kind="service",
    subject_matter="A secured space",
    parties=(Party("uvcw", "provider"), Party("cpas", "user")),
    signatories=(
        Signatory("uvcw", "A. Example", "Secretary general", False, date(2026, 3, 5)),
        Signatory("cpas", "B. Example", "President", True, date(2026, 3, 6)),
    ),
    college_date=date(2026, 1, 29),
    council_date=date(2026, 2, 23),
    council_number="2026/17",
    texts={"clauses_note": "Nothing left to fill in..."},
    term=Term("next_month", None, "years", 1, None, "tacit", 12, 48, 1, "months"),
    withdrawal_reason="annulled",
    termination_reason="mutual",
    termination_date=date(2026, 6, 30),
)


def seen(step, **changes):
    found = missing(step, replace(READY, **changes))
    return [(one.code, one.field, one.row, one.column) for one in found]


def signatories(position, **changes):
    listed = list(READY.signatories)
    listed[position] = replace(listed[position], **changes)
    return {"signatories": tuple(listed)}


@pytest.mark.parametrize("step", STEPS)
def test_a_complete_dossier_lacks_nothing(step):
    assert seen(step) == []


def test_a_step_nobody_knows_is_refused():
    with pytest.raises(ValueError):
        missing("publish", READY)


def test_an_empty_draft_learns_everything_at_once():
    found = missing("approve", Dossier(today=date(2026, 4, 1)))
    assert [(one.code, one.field) for one in found] == [
        ("required", "title"),
        ("required", "kind"),
        ("required", "subject_matter"),
        ("two_parties_needed", "parties"),
        ("required", "council_date"),
        ("required", "council_number"),
    ]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"parties": READY.parties[:1]}, ("two_parties_needed", "parties", None, None)),
        (
            {"parties": (Party("cpas"), Party("cpas", "user"))},
            ("two_parties_needed", "parties", None, None),
        ),
        (
            {"college_date": date(2026, 2, 24)},
            ("college_after_council", "college_date", None, None),
        ),
        ({"council_date": date(2026, 4, 2)}, ("in_future", "council_date", None, None)),
        ({"council_number": "  "}, ("required", "council_number", None, None)),
        ({"term": Term(duration_unit="years")}, ("required", "duration_count", None, None)),
    ],
)
def test_approve(changes, found):
    assert seen("approve", **changes) == [found]


def test_b2_the_college_need_not_decide_at_all_and_may_on_the_same_day():
    assert seen("approve", college_date=None) == []
    assert seen("approve", college_date=READY.council_date) == []


def test_withdraw_needs_a_reason():
    assert seen("withdraw", withdrawal_reason=" ") == [
        ("required", "withdrawal_reason", None, None)
    ]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        (signatories(1, name=" "), ("required", "signatories", 1, "name")),
        (signatories(1, capacity=""), ("required", "signatories", 1, "capacity")),
        (signatories(0, date_signed=None), ("required", "signatories", 0, "date_signed")),
        (
            signatories(0, date_signed=date(2026, 4, 2)),
            ("in_future", "signatories", 0, "date_signed"),
        ),
        (
            signatories(0, date_signed=date(2026, 2, 22)),
            ("signed_before_decision", "signatories", 0, "date_signed"),
        ),
        ({"signatories": READY.signatories[:1]}, ("signatory_missing", "signatories", None, None)),
        (
            {"texts": {"description": "in execution of ........"}},
            ("blank_unfilled", "description", None, None),
        ),
        (
            {"term": Term(renewal="tacit", renewal_months=12)},
            ("renewal_of_unlimited", "renewal", None, None),
        ),
        (
            {"supervision_outcome": "annulled"},
            ("supervision_blocks", "supervision_outcome", None, None),
        ),
    ],
)
def test_sign(changes, found):
    assert seen("sign", **changes) == [found]


def test_signing_on_the_day_of_the_decision_and_today_is_in_order():
    assert seen("sign", **signatories(0, date_signed=READY.council_date)) == []
    assert seen("sign", **signatories(0, date_signed=READY.today)) == []


def test_w10_every_text_with_blanks_is_named_with_its_first_blank():
    texts = {"title": "Convention of ____ with XXX", "remarks": "(nom)", "description": "full"}
    found = missing("sign", replace(READY, texts=texts))
    assert [(one.field, one.params) for one in found] == [
        ("title", {"count": 2, "first": "Convention of ____ with XXX"}),
        ("remarks", {"count": 1, "first": "(nom)"}),
    ]


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"termination_reason": ""}, ("required", "termination_reason", None, None)),
        ({"termination_date": None}, ("required", "termination_date", None, None)),
        (
            {"termination_date": date(2026, 3, 4)},
            ("terminated_before_signature", "termination_date", None, None),
        ),
        (
            {"termination_date": date(2201, 1, 1)},
            ("date_out_of_range", "termination_date", None, None),
        ),
    ],
)
def test_terminate(changes, found):
    assert seen("terminate", **changes) == [found]


def test_a_termination_may_take_effect_on_the_day_of_the_first_signature():
    assert seen("terminate", termination_date=date(2026, 3, 5)) == []


dossiers = st.builds(
    Dossier,
    today=st.dates(),
    title=st.text(max_size=2),
    parties=st.lists(st.builds(Party, st.sampled_from("abc")), max_size=3).map(tuple),
    signatories=st.lists(
        st.builds(
            Signatory,
            st.sampled_from("abc"),
            st.text(max_size=1),
            st.text(max_size=1),
            date_signed=st.none() | st.dates(),
        ),
        max_size=3,
    ).map(tuple),
    college_date=st.none() | st.dates(),
    council_date=st.none() | st.dates(),
    texts=st.dictionaries(st.just("title"), st.text("._( )nomX", max_size=12)),
    termination_date=st.none() | st.dates(),
)


@given(st.sampled_from(STEPS), dossiers)
def test_no_dossier_whatever_makes_a_step_fail(step, dossier):
    for finding in missing(step, dossier):
        assert set(finding.params) == set(CODES[finding.code])


@given(dossiers)
def test_what_may_be_signed_has_every_party_signed_between_decision_and_today(dossier):
    if missing("sign", dossier):
        return
    assert len({party.partner for party in dossier.parties}) >= 2
    for party in dossier.parties:
        assert any(one.party == party.partner and one.date_signed for one in dossier.signatories)
    assert all(one.date_signed <= dossier.today for one in dossier.signatories)


def test_only_the_approved_text_is_signed():
    text = (Part("article", "1", "Objet", "<p>Deux locaux.</p>"),)
    approved = fingerprint(text)
    assert seen("sign", text=text, approved_text=approved) == []
    assert seen("sign", text=text, approved_text="") == []
    other = (replace(text[0], body="<p>Trois locaux.</p>"),)
    for wrong in (other, ()):
        found = seen("sign", text=wrong, approved_text=approved)
        assert found == [("text_changed", "text", None, None)]
