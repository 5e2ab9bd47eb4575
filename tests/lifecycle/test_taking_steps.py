"""Taking a step: all that is missing at once; a refused step changes nothing."""

from collective.conventions.clock import today
from collective.conventions.content.values import snapshot
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.storage import find
from collective.conventions.lifecycle.steps import missing
from collective.conventions.lifecycle.steps import possible
from collective.conventions.lifecycle.steps import STEPS
from collective.conventions.lifecycle.steps import take
from datetime import date
from factories import DECIDED
from factories import ENDED
from factories import make_annex
from factories import make_convention
from factories import SIGNED
from factories import TODAY
from plone import api
from plone.api.exc import InvalidParameterError
from zExceptions import Forbidden
import pytest


FACTS = {"termination_date": ENDED, "termination_reason": "By agreement."}
#: step → what a convention lacks that cannot take it
GAPS = {
    "approve": {"council_date": None, "council_number": None},
    "withdraw": {},
    "sign": {"signatories": []},
    "terminate": {},
}


def picture(convention):
    """All that a step could change."""
    journal = find(convention.UID())
    return {
        "values": snapshot(convention),
        "state": api.content.get_state(convention),
        "history": [dict(entry) for entry in convention.workflow_history["convention_workflow"]],
        "effective": convention.effective_date,
        "expires": convention.expiration_date,
        "modified": convention.modified(),
        "permissions": {
            name: value for name, value in vars(convention).items() if name.endswith("_Permission")
        },
        "annexes": {
            annex.getId(): {n: v for n, v in vars(annex).items() if n.endswith("_Permission")}
            for annex in convention.objectValues()
        },
        "journal": (journal.length, journal.last_hash),
    }


def by_take(convention, step):
    take(convention, step, TODAY)


def by_api(convention, step):
    api.content.transition(convention, step)


def by_workflow_tool(convention, step):
    api.portal.get_tool("portal_workflow").doActionFor(convention, step, comment="")


@pytest.mark.parametrize("road", [by_take, by_api, by_workflow_tool])
@pytest.mark.parametrize("step", STEPS)
def test_a_refused_step_changes_nothing(portal, partners, step, road):
    convention = make_convention(portal, partners, STEPS[step][0])
    make_annex(convention)
    for name, value in GAPS[step].items():
        setattr(convention, name, value)
    before = picture(convention)
    with pytest.raises(UnprocessableEntity) as refusal:
        road(convention, step)
    assert refusal.value.findings == missing(convention, step, TODAY)
    assert refusal.value.findings
    assert picture(convention) == before


def test_everything_that_is_missing_is_named_at_once(portal, partners):
    convention = make_convention(
        portal,
        partners,
        title="",
        subject_matter=None,
        council_date=None,
        council_number=None,
        parties=[],
        signatories=[],
    )
    with pytest.raises(UnprocessableEntity) as refusal:
        take(convention, "approve", TODAY)
    fields = {finding.field for finding in refusal.value.findings}
    assert {"title", "subject_matter", "council_date", "council_number", "parties"} <= fields


@pytest.mark.parametrize("step", STEPS)
def test_a_step_leads_out_of_one_state_only(portal, partners, step):
    states = {source for source, _permission, _facts in STEPS.values()} | {"terminated"}
    for state in states - {STEPS[step][0]}:
        convention = make_convention(portal, partners, state)
        before = picture(convention)
        with pytest.raises(Conflict):
            take(convention, step, TODAY, reason="Why", facts=FACTS)
        with pytest.raises(InvalidParameterError):
            api.content.transition(convention, step, comment="Why", **FACTS)
        assert picture(convention) == before


@pytest.mark.parametrize("step", STEPS)
def test_who_may_not_take_a_step_changes_nothing(portal, partners, step):
    convention = make_convention(portal, partners, STEPS[step][0])
    before = picture(convention)
    with api.env.adopt_roles(["Convention Reader"]):
        assert possible(convention) == ()
        with pytest.raises(Forbidden):
            take(convention, step, TODAY, reason="Why", facts=FACTS)
        with pytest.raises(InvalidParameterError):
            api.content.transition(convention, step, comment="Why", **FACTS)
    assert picture(convention) == before


@pytest.mark.parametrize(
    ("state", "steps"),
    [
        ("draft", {"approve"}),
        ("council_approved", {"withdraw", "sign"}),
        ("signed", {"terminate"}),
        ("terminated", set()),
    ],
)
def test_the_steps_that_are_possible(portal, partners, state, steps):
    assert set(possible(make_convention(portal, partners, state))) == steps


def test_the_whole_road(portal, partners):
    convention = make_convention(portal, partners)
    take(convention, "approve", TODAY)
    take(convention, "sign", TODAY)
    take(convention, "terminate", TODAY, facts=FACTS)
    assert api.content.get_state(convention) == "terminated"
    assert convention.termination_date == ENDED
    assert convention.termination_reason == "By agreement."
    assert convention.effective_date is None
    (brain,) = api.content.find(UID=convention.UID())
    assert brain.force_end == ENDED
    assert brain.review_state == "terminated"


def test_the_facts_of_a_step_come_by_the_workflow_tool_too(portal, partners):
    convention = make_convention(portal, partners, "signed")
    api.content.transition(convention, "terminate", **FACTS)
    assert convention.termination_date == ENDED
    (*_rest, last) = find(convention.UID())
    assert last.action == "terminate"
    assert last.after == {"termination_date": "2025-06-30", "termination_reason": "By agreement."}


def test_only_the_facts_of_the_step_are_written(portal, partners):
    convention = make_convention(portal, partners, "signed")
    take(convention, "terminate", TODAY, facts={**FACTS, "title": "Forged"})
    assert convention.title == "Agreement"


def test_an_end_before_the_signature_is_refused(portal, partners):
    convention = make_convention(portal, partners, "signed")
    with pytest.raises(UnprocessableEntity):
        take(convention, "terminate", TODAY, facts={**FACTS, "termination_date": date(2024, 1, 1)})
    assert convention.termination_date is None


def test_a_withdrawn_approval_reopens(portal, partners):
    convention = make_convention(portal, partners, "council_approved")
    annex = make_annex(convention)
    with pytest.raises(UnprocessableEntity):
        take(convention, "withdraw", TODAY)
    take(convention, "withdraw", TODAY, reason="Annulled by the authority.")
    assert api.content.get_state(convention) == "draft"
    assert convention.council_date is None
    assert convention.council_number is None
    assert [row["date_signed"] for row in convention.signatories] == [None, None]
    with api.env.adopt_roles(["Convention Author"]):
        for item in (convention, annex):
            assert api.user.has_permission("Modify portal content", obj=item)
            assert api.user.has_permission("Delete objects", obj=item)
    (*_rest, last) = find(convention.UID())
    assert last.reason == "Annulled by the authority."
    assert last.before["council_date"] == DECIDED.isoformat()
    assert last.before["signatories"][0]["date_signed"] == SIGNED.isoformat()
    # And once more, with a new decision.
    convention.council_date, convention.council_number = DECIDED, "13"
    take(convention, "approve", TODAY)
    assert api.content.get_state(convention) == "council_approved"


def test_who_loses_sight_of_it_can_still_take_the_step(portal, partners):
    convention = make_convention(portal, partners, "council_approved")
    with api.env.adopt_roles(["Signature Officer"]):
        take(convention, "withdraw", TODAY, reason="Wrong annex.")
        assert not api.user.has_permission("View", obj=convention)
    assert api.content.get_state(convention) == "draft"


def test_the_clock_decides_what_lies_in_the_future(portal, partners):
    convention = make_convention(portal, partners, council_date=today().replace(year=2190))
    with pytest.raises(UnprocessableEntity):
        api.content.transition(convention, "approve")


def test_the_annexes_are_frozen_at_each_step(portal, partners):
    convention = make_convention(portal, partners)
    early = make_annex(convention, "Early")
    take(convention, "approve", TODAY)
    late = make_annex(convention, "Late")
    with api.env.adopt_roles(["Manager"]):
        assert not api.user.has_permission("Modify portal content", obj=early)
        assert not api.user.has_permission("Delete objects", obj=early)
        assert api.user.has_permission("Modify portal content", obj=late)
        assert api.user.has_permission("Delete objects", obj=late)
        take(convention, "sign", TODAY)
        assert not api.user.has_permission("Modify portal content", obj=late)
        assert not api.user.has_permission("Delete objects", obj=late)
