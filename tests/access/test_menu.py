"""Deleting is offered in the menu, to whom it is allowed and to nobody else, once."""

from factories import make_annex
from factories import make_convention
from plone import api
from plone.app.testing import TEST_USER_NAME
import pytest


def offers(thing, login):
    """How often the menu of a thing leads this person to its deletion."""
    with api.env.adopt_user(login):
        actions = api.portal.get_tool("portal_actions").listActionInfos(
            object=thing, categories=("object_buttons",)
        )
    return sum(action["url"] == f"{thing.absolute_url()}/delete_confirmation" for action in actions)


@pytest.fixture
def author(people):
    return people("author", "convention_authors")


@pytest.fixture
def reader(people):
    return people("reader", "convention_readers")


def test_a_draft_and_its_annexes(portal, partners, author, reader):
    draft = make_convention(portal, partners)
    annex = make_annex(draft)
    assert [offers(draft, author), offers(annex, author)] == [1, 1]
    assert [offers(draft, reader), offers(annex, reader)] == [0, 0]


def test_what_was_approved(portal, partners, author):
    approved = make_convention(portal, partners, "council_approved")
    annex = make_annex(approved)
    assert [offers(approved, author), offers(annex, author)] == [0, 1]


def test_a_partner(portal, partners, author, reader):
    assert [offers(partners[0], author), offers(partners[0], reader)] == [1, 0]


def test_who_may_delete_everything_is_offered_it_once(portal, partners, people):
    people("admin-of-tests")
    api.user.grant_roles("admin-of-tests", roles=["Manager"])
    assert offers(make_convention(portal, partners), "admin-of-tests") == 1


def test_where_there_is_nothing_to_delete(portal):
    assert offers(portal, TEST_USER_NAME) == 0


def test_an_uninstall_takes_the_offer_back(portal):
    buttons = api.portal.get_tool("portal_actions").object_buttons
    assert "delete_agreement" in buttons
    setup = api.portal.get_tool("portal_setup")
    setup.runImportStepFromProfile("collective.conventions:uninstall", "actions")
    assert "delete_agreement" not in buttons and "delete" in buttons
