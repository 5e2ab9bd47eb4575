"""A copy is a fresh draft."""

from collective.conventions.content.values import snapshot
from collective.conventions.journal.storage import find
from collective.conventions.lifecycle.copying import afresh
from collective.conventions.terms.aspects import ASPECTS
from datetime import date
from factories import bring
from factories import DECIDED
from factories import make_annex
from factories import make_convention
from factories import make_invoice
from factories import SIGNED
from plone import api
import pytest


DAY = date(2024, 8, 1)


@pytest.fixture
def original(portal, partners):
    """Everything that can happen to a convention has happened to it."""
    uid = partners[0].UID()
    convention = make_convention(
        portal,
        partners,
        signatories=[
            {
                "partner": partner.UID(),
                "name": "A. Person",
                "capacity": "Mayor",
                "date_signed": SIGNED,
                "original_received": DAY,
            }
            for partner in partners
        ],
        commitments=[
            {"partner": uid, "description": "Report", "due": DAY, "done": DAY, "evidence": "Mail"}
        ],
        contacts=[{"partner": uid, "name": "B. Person"}],
        consents=[
            {"kind": "press", "requested_by": uid, "description": "Article", "requested": DAY}
        ],
        notices=[{"kind": "other", "partner": uid, "sent": DAY}],
        undertakings=[{"person": "C. Person", "signed": DAY, "document": "d1"}],
        college_date=DECIDED,
        college_number="5",
        folder_reference="F1",
        agenda_number="3",
        condition_met=DAY,
        supervision_authority="Region",
        supervision_sent=DAY,
        supervision_received=DAY,
        supervision_outcome="approved",
        supervision_date=DAY,
        duration_unit="years",
        duration_count=4,
        remarks="Note",
    )
    make_annex(convention, "Open", "parties")
    make_annex(convention, "Closed", "secretariat")
    bring(convention, "signed")
    make_invoice(convention, partners)
    api.content.transition(
        convention, "terminate", termination_date=DAY, termination_reason="Over."
    )
    return convention


@pytest.fixture
def copy(portal, original):
    return api.content.copy(original, portal.conventions, id="copy")


def test_a_copy_is_a_draft(copy, original):
    assert api.content.get_state(copy) == "draft"
    assert api.content.get_state(original) == "terminated"
    assert len(copy.workflow_history["convention_workflow"]) == 1
    assert copy.UID() != original.UID()
    with api.env.adopt_roles(["Convention Author"]):
        assert api.user.has_permission("collective.conventions: Edit Terms", obj=copy)


def test_what_has_happened_stays_behind(copy):
    values = snapshot(copy)
    past = [name for name, aspect in ASPECTS.items() if aspect in ("decision", "ending")]
    past += [name for name in values if name.startswith("supervision_")]
    past += ["condition_met", "consents", "notices"]
    assert {name: values.get(name) for name in past if values.get(name)} == {}
    assert [row["date_signed"] for row in copy.signatories] == [None, None]
    assert [row["original_received"] for row in copy.signatories] == [None, None]
    assert copy.undertakings == [{"person": "C. Person", "signed": None, "document": None}]
    (commitment,) = copy.commitments
    assert (commitment["done"], commitment["evidence"]) == (None, None)


def test_what_is_agreed_is_taken_over(copy, original):
    kept = ("title", "kind", "subject_matter", "parties", "duration_unit", "duration_count")
    assert {name: getattr(copy, name) for name in kept} == {
        name: getattr(original, name) for name in kept
    }
    assert copy.commitments[0]["due"] == DAY
    assert copy.contacts == original.contacts
    assert copy.signatories[0]["name"] == "A. Person"


def test_the_original_keeps_everything(copy, original):
    assert original.council_date == DECIDED
    assert original.signatories[0]["date_signed"] == SIGNED
    assert original.commitments[0]["done"] == DAY
    assert len(original.consents) == len(original.notices) == 1
    assert [item.title for item in original.objectValues() if item.portal_type == "Invoice"]


def test_invoices_are_not_copied(copy, original):
    assert sorted(item.portal_type for item in copy.objectValues()) == ["Annex", "Annex"]
    assert len(copy) == 2
    path = "/".join(copy.getPhysicalPath())
    assert {brain.portal_type for brain in api.content.find(path=path)} == {"Convention", "Annex"}


def test_annexes_are_open_again_and_keep_their_rule(copy, original):
    for annex in copy.objectValues():
        with api.env.adopt_roles(["Convention Author"]):
            assert api.user.has_permission("Modify portal content", obj=annex)
            assert api.user.has_permission("Delete objects", obj=annex)
        with api.env.adopt_roles(["Convention Reader"]):
            seen = api.user.has_permission("View", obj=annex)
        assert seen == (annex.publication != "secretariat")
    uids = {annex.UID() for annex in (*copy.objectValues(), *original.objectValues())}
    assert len(uids) == 5


def test_a_copy_has_a_journal_of_its_own(copy, original):
    journal = find(copy.UID())
    assert {entry.action for entry in journal} == {"added", "part_added"}
    assert journal.length == 3
    assert journal.breaks() == ()
    (first,) = [entry for entry in journal if entry.action == "added"]
    assert "council_date" not in first.after
    assert find(original.UID()).length > journal.length


def test_a_frozen_annex_pasted_elsewhere_is_open(portal, partners, original):
    draft = make_convention(portal, partners)
    frozen = next(item for item in original.objectValues() if item.portal_type == "Annex")
    pasted = api.content.copy(frozen, draft, id="pasted")
    assert api.user.has_permission("Modify portal content", obj=pasted)
    (*_rest, last) = find(draft.UID())
    assert (last.action, last.subject) == ("part_added", pasted.title)


def test_to_start_afresh_twice_is_to_start_afresh_once(original):
    values = snapshot(original)
    once = {**values, **afresh(values)}
    assert afresh(once) == afresh(values)
