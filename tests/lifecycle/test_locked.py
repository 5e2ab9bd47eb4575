"""What was agreed cannot be changed, whatever road the change comes by."""

from collective.conventions.interfaces import Conflict
from collective.conventions.journal.storage import find
from collective.conventions.lifecycle.steps import take
from datetime import date
from factories import make_annex
from factories import make_convention
from factories import TODAY
from plone import api
from plone.namedfile.file import NamedBlobFile
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest


def edit(content, **values):
    """What a form of somebody else does."""
    for name, value in values.items():
        setattr(content, name, value)
    notify(ObjectModifiedEvent(content))


LOCKED = {
    "council_approved": ("title", "duration_count", "council_number", "termination_date"),
    "signed": ("title", "duration_count", "council_number"),
    "terminated": ("title", "duration_count", "council_number", "remarks", "termination_date"),
}
NEW = {
    "title": "Other",
    "duration_count": 7,
    "council_number": "99",
    "remarks": "Note",
    "termination_date": date(2026, 1, 1),
}


@pytest.mark.parametrize(("state", "name"), [(s, n) for s, names in LOCKED.items() for n in names])
def test_a_locked_field_is_refused(portal, partners, state, name):
    convention = make_convention(portal, partners, state)
    with pytest.raises(Conflict) as refusal:
        edit(convention, **{name: NEW[name]})
    assert [(f.code, f.field) for f in refusal.value.findings] == [("locked", name)]


@pytest.mark.parametrize("state", ["council_approved", "signed", "terminated"])
def test_what_is_the_same_is_no_change(portal, partners, state):
    convention = make_convention(portal, partners, state)
    entries = find(convention.UID()).length
    edit(convention, parties=[dict(row) for row in convention.parties], reference="")
    assert find(convention.UID()).length == entries


def test_a_locked_column_is_refused(portal, partners):
    convention = make_convention(portal, partners, "signed")
    rows = [{**row, "name": "Somebody else"} for row in convention.signatories]
    with pytest.raises(Conflict) as refusal:
        edit(convention, signatories=rows)
    assert {(f.field, f.row, f.column) for f in refusal.value.findings} == {
        ("signatories", 0, "name"),
        ("signatories", 1, "name"),
    }


def test_what_happens_after_the_signature_can_be_written(portal, partners):
    convention = make_convention(
        portal,
        partners,
        "signed",
        commitments=[{"partner": partners[0].UID(), "description": "Report", "done": None}],
    )
    edit(
        convention,
        commitments=[{**convention.commitments[0], "done": TODAY, "evidence": "Letter"}],
        signatories=[{**row, "original_received": TODAY} for row in convention.signatories],
        contacts=[{"partner": partners[0].UID(), "name": "B. Person"}],
        remarks="Note",
    )
    (*_rest, last) = find(convention.UID())
    assert set(last.after) == {"commitments", "signatories", "contacts", "remarks"}


def test_a_draft_is_open(portal, partners):
    convention = make_convention(portal, partners)
    edit(convention, title="Other", council_number="99")
    assert find(convention.UID()).length == 2


def test_a_step_carries_no_locked_change(portal, partners):
    """Written without an event, and then stepped over."""
    convention = make_convention(portal, partners, "council_approved")
    convention.subject_matter = "Something else"
    with pytest.raises(Conflict):
        take(convention, "sign", TODAY)
    assert api.content.get_state(convention) == "council_approved"


def test_a_field_of_a_later_release_locks_nothing(portal, partners):
    convention = make_convention(portal, partners, "signed")
    journal = find(convention.UID())
    known = dict(journal.values[""])
    del known["text_language"]
    journal.values[""] = known
    edit(convention, remarks="Note")
    assert convention.remarks == "Note"


@pytest.mark.parametrize("state", ["council_approved", "signed"])
def test_a_frozen_annex_is_refused(portal, partners, state):
    convention = make_convention(portal, partners)
    annex = make_annex(convention)
    for step in ("approve", "sign")[: 1 if state == "council_approved" else 2]:
        take(convention, step, TODAY)
    for values in (
        {"title": "Other"},
        {"publication": "public"},
        {"file": NamedBlobFile(data=b"other", filename="Annex.txt")},
    ):
        kept = {name: getattr(annex, name) for name in values}
        with pytest.raises(Conflict):
            edit(annex, **values)
        for name, value in kept.items():
            setattr(annex, name, value)


def test_an_annex_added_later_is_open_until_the_next_step(portal, partners):
    convention = make_convention(portal, partners, "signed")
    annex = make_annex(convention, "Signed copy")
    edit(annex, title="Signed copy of the City")
    take(
        convention,
        "terminate",
        TODAY,
        facts={"termination_date": TODAY, "termination_reason": "Over."},
    )
    with pytest.raises(Conflict):
        edit(annex, title="Other")
