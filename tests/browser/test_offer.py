"""What a form asks for, and what it leaves out."""

from collective.conventions.browser.forms.offer import Offer
from collective.conventions.browser.forms.titles import ADD_TITLES
from collective.conventions.browser.forms.titles import KNOWN_AT_FIRST
from factories import make_convention
from factories import make_partner
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest


OPEN = frozenset({"terms", "decision", "follow_up"})
COMMITMENT = ("description", "done", "evidence")
SIGNATORY = ("name", "date_signed", "original_received")


@pytest.fixture
def portal(integration):
    setRoles(integration["portal"], TEST_USER_ID, ["Manager"])
    return integration["portal"]


def form_of(context, name):
    """The form of a page, ready to be drawn."""
    form = context.restrictedTraverse(name).form_instance
    form.update()
    return form


def test_of_a_new_convention_nothing_is_asked_that_happens_later():
    offer = Offer(OPEN, KNOWN_AT_FIRST)
    assert offer.locked("commitments", COMMITMENT) == {"done", "evidence"}
    assert offer.locked("signatories", SIGNATORY) == {"date_signed", "original_received"}
    assert offer.locked("contacts", ["name"]) == frozenset()


def test_of_a_draft_what_is_already_done_may_be_told():
    offer = Offer(OPEN)
    assert offer.locked("commitments", COMMITMENT) == frozenset()
    assert offer.locked("signatories", SIGNATORY) == {"date_signed"}


def test_who_may_not_write_the_terms_is_offered_no_table_of_them():
    offer = Offer(frozenset({"follow_up"}), KNOWN_AT_FIRST)
    assert not offer.opens("commitments", COMMITMENT)
    assert offer.opens("contacts", ["name"])


@pytest.mark.parametrize(("rule", "asked"), [("condition", True), ("last_signature", False)])
def test_a_question_stays_with_its_answer_when_that_is_closed(portal, rule, asked):
    partners = [make_partner(portal, "City"), make_partner(portal, "Centre")]
    values = {"start_rule": rule, "start_condition": "The server is ready."}
    convention = make_convention(portal, partners, "council_approved", **values)
    controls = form_of(convention, "@@edit").controls
    assert "start_rule" not in controls
    assert ("condition_met" in controls) is asked


def test_a_closed_cell_without_a_value_is_not_drawn(portal):
    partners = [make_partner(portal, "City"), make_partner(portal, "Centre")]
    commitment = {"partner": partners[0].UID(), "description": "Two experts", "unit": ""}
    convention = make_convention(portal, partners, "signed", commitments=[commitment])
    (row,) = form_of(convention, "@@edit").controls["commitments"].rows
    names = {name for name, cell in row.cells.items() if cell in row.shown}
    assert names == {"partner", "description", "done", "evidence"}


@pytest.mark.parametrize("portal_type", ADD_TITLES)
def test_the_form_that_adds_says_what(portal, portal_type):
    partners = [make_partner(portal, "City"), make_partner(portal, "Centre")]
    places = {
        "Convention": portal["conventions"],
        "Partner": portal["partners"],
        "Model": portal["library"],
    }
    place = places.get(portal_type) or make_convention(portal, partners, "signed")
    form = form_of(place, f"++add++{portal_type}")
    assert form.label == ADD_TITLES[portal_type]
