"""What College and Council decide is recorded, and followed by its step, or nothing happens."""

from collective.conventions.content.values import snapshot
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.storage import find
from collective.conventions.lifecycle.deliberating import decided
from collective.conventions.lifecycle.deliberating import record
from collective.conventions.lifecycle.steps import take
from collective.conventions.terms.deliberating import Deliberation
from dataclasses import replace
from datetime import date
from factories import make_convention
from factories import TODAY
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import TEST_USER_NAME
from plone.locking.interfaces import ILockable
import pytest


COLLEGE = Deliberation("college", date(2025, 11, 3), "adopted", "C/7")
ADOPTED = Deliberation("council", date(2025, 12, 15), "adopted", "17")


@pytest.fixture
def convention(portal, partners):
    return make_convention(portal, partners, council_date=None, council_number=None)


def state(convention):
    return api.content.get_state(convention)


def trace(convention):
    return snapshot(convention), state(convention), find(convention.UID()).length


def test_b4_what_the_council_adopts_is_approved_with_its_date_and_number(convention):
    assert record(convention, COLLEGE, TODAY) is True
    assert (convention.college_date, convention.college_number) == (COLLEGE.sitting, "C/7")
    assert state(convention) == "draft"
    assert record(convention, ADOPTED, TODAY) is True
    assert state(convention) == "council_approved"
    assert (convention.council_date, convention.council_number) == (ADOPTED.sitting, "17")
    assert decided(convention) == ADOPTED
    journal = find(convention.UID())
    entries = list(journal.between(1, journal.length))
    assert [entry.action for entry in entries[-2:]] == ["modified", "approve"]


@pytest.mark.parametrize("outcome", ["refused", "postponed"])
def test_what_is_refused_or_postponed_is_recorded_and_stays_a_draft(convention, outcome):
    made = replace(ADOPTED, outcome=outcome, number="", remark="Unclear")
    assert record(convention, made, TODAY) is True
    assert state(convention) == "draft"
    assert convention.council_date is None
    assert convention.deliberations == [
        {
            "body": "council",
            "sitting": ADOPTED.sitting,
            "outcome": outcome,
            "number": None,
            "remark": "Unclear",
        }
    ]
    assert record(convention, replace(ADOPTED, sitting=date(2026, 1, 12)), TODAY) is True
    assert state(convention) == "council_approved"


def test_the_same_again_changes_nothing(convention):
    record(convention, COLLEGE, TODAY)
    record(convention, replace(ADOPTED, remark="Unanimous"), TODAY)
    before = trace(convention)
    assert record(convention, ADOPTED, TODAY) is False
    assert record(convention, COLLEGE, TODAY) is False
    assert trace(convention) == before


def test_another_decision_of_the_same_sitting_is_refused(convention):
    record(convention, replace(ADOPTED, outcome="postponed"), TODAY)
    before = trace(convention)
    with pytest.raises(Conflict):
        record(convention, ADOPTED, TODAY)
    assert trace(convention) == before


@pytest.mark.parametrize(
    ("made", "found"),
    [
        (replace(ADOPTED, number=""), "number"),
        (replace(ADOPTED, sitting=date(2026, 1, 16)), "sitting"),
        (replace(ADOPTED, sitting=date(2025, 11, 2)), "sitting"),
        (replace(ADOPTED, outcome="kept"), "outcome"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(convention, made, found):
    record(convention, COLLEGE, TODAY)
    before = trace(convention)
    with pytest.raises(UnprocessableEntity) as error:
        record(convention, made, TODAY)
    assert found in {one.column for one in error.value.findings}
    assert trace(convention) == before


def test_all_that_the_step_lacks_is_told_and_nothing_is_recorded(convention):
    convention.subject_matter = None
    before = trace(convention)
    with pytest.raises(UnprocessableEntity) as error:
        record(convention, ADOPTED, TODAY)
    assert [(one.code, one.field) for one in error.value.findings] == [
        ("required", "subject_matter")
    ]
    assert trace(convention) == before


def test_after_a_withdrawal_the_old_adoption_counts_no_more(convention):
    record(convention, ADOPTED, TODAY)
    take(convention, "withdraw", TODAY, reason="Annulled")
    assert state(convention) == "draft"
    assert decided(convention) is None
    assert len(convention.deliberations) == 1
    anew = Deliberation("council", date(2026, 1, 12), "adopted", "3")
    assert record(convention, anew, TODAY) is True
    assert decided(convention) == anew


def test_an_approved_convention_takes_no_further_decision(convention):
    record(convention, ADOPTED, TODAY)
    with pytest.raises(Conflict):
        record(convention, replace(ADOPTED, sitting=date(2026, 1, 12)), TODAY)


def test_who_may_not_record_decisions_is_refused(convention, as_roles):
    as_roles("Convention Author")
    with pytest.raises(Forbidden):
        record(convention, COLLEGE, TODAY)


def test_nobody_records_while_somebody_else_is_editing(portal, convention):
    login(portal.getParentNode(), SITE_OWNER_NAME)
    ILockable(convention).lock()
    login(portal, TEST_USER_NAME)
    with pytest.raises(Conflict):
        record(convention, COLLEGE, TODAY)
