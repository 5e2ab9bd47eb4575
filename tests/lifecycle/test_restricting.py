"""The rule of an annex can always be made stricter, with a reason; never wider when frozen."""

from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.journal.storage import find
from collective.conventions.lifecycle.restricting import restrict
from collective.conventions.lifecycle.steps import take
from factories import make_annex
from factories import make_convention
from factories import ROADS
from factories import TODAY
from plone import api
from zExceptions import Forbidden
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest


@pytest.fixture(params=["draft", "council_approved", "signed", "terminated"])
def frozen(request, portal, partners):
    """An annex of before every step, in each state."""
    convention = make_convention(portal, partners)
    annex = make_annex(convention, "Plan", "public")
    facts = {"termination_date": TODAY, "termination_reason": "By agreement."}
    for step in ROADS[request.param]:
        take(convention, step, TODAY, facts=facts)
    return annex


def readers(annex):
    (brain,) = api.content.find(UID=annex.UID())
    catalog = api.portal.get_tool("portal_catalog")
    index = catalog.getIndexDataForRID(brain.getRID())["allowedRolesAndUsers"]
    return {one for one in index if "Convention" in one}


def test_it_is_closed_in_every_state_at_once(frozen):
    assert "Convention Reader" in readers(frozen)
    restrict(frozen, "secretariat", " It names a child. ")
    assert frozen.publication == "secretariat"
    assert readers(frozen) == {"Convention Author", "Convention Responsible"}
    assert "Convention Reader" not in frozen._View_Permission
    journal = find(frozen.aq_parent.UID())
    (entry,) = journal.between(journal.length, journal.length)
    assert (entry.action, entry.subject) == ("part_restricted", "Plan")
    assert (entry.before, entry.after) == (
        {"publication": "public"},
        {"publication": "secretariat"},
    )
    assert entry.reason == "It names a child."
    assert not journal.breaks()


@pytest.mark.parametrize("rule", ["public", "parties", "everybody", ""])
def test_it_is_never_opened_further(frozen, rule):
    restrict(frozen, "parties", "Not for everybody.")
    before = find(frozen.aq_parent.UID()).last_hash
    with pytest.raises(UnprocessableEntity) as refused:
        restrict(frozen, rule, "Why not?")
    assert [one.code for one in refused.value.findings] == ["not_stricter"]
    assert frozen.publication == "parties"
    assert find(frozen.aq_parent.UID()).last_hash == before


@pytest.mark.parametrize("reason", ["", " \n "])
def test_it_needs_a_reason(frozen, reason):
    with pytest.raises(UnprocessableEntity) as refused:
        restrict(frozen, "secretariat", reason)
    assert [one.field for one in refused.value.findings] == ["reason"]
    assert frozen.publication == "public"


@pytest.mark.parametrize(
    "role", ["Convention Author", "Signature Officer", "Convention Reader", "Finance Officer"]
)
def test_it_is_for_the_secretary(frozen, as_roles, role):
    as_roles(role)
    with pytest.raises(Forbidden):
        restrict(frozen, "secretariat", "It names a child.")
    as_roles("Council Secretary")
    restrict(frozen, "secretariat", "It names a child.")


def test_an_edit_opens_no_frozen_annex(portal, partners):
    convention = make_convention(portal, partners)
    annex = make_annex(convention, "Plan", "secretariat")
    take(convention, "approve", TODAY)
    annex.publication = "public"
    with pytest.raises(Conflict):
        notify(ObjectModifiedEvent(annex))
