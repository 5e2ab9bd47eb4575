"""What a convention's text can be compared with: what it was, and other conventions."""

from agreements import article
from agreements import sound
from collective.conventions.content.convention import IConvention
from collective.conventions.documents.texts.comparing import compared
from collective.conventions.documents.texts.comparing import offered
from collective.conventions.documents.texts.comparing import side
from collective.conventions.documents.texts.versions import version
from collective.conventions.documents.texts.versions import versions
from collective.conventions.interfaces import NotFound
from dataclasses import asdict
from factories import make_annex
from factories import make_convention
from factories import make_partner
from factories import TODAY
from plone import api
from plone.app.testing import TEST_USER_ID
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent
import pytest


SHORT = (article(1, "Une ligne."),)
LONGER = (article(1, "Une ligne."), article(2, "Une autre."))


@pytest.fixture
def make(portal):
    partners = [make_partner(portal, "One"), make_partner(portal, "Two")]

    def build(text=(), **values):
        return make_convention(portal, partners, text=[asdict(one) for one in text], **values)

    return build


def write(convention, text):
    convention.text = [asdict(one) for one in text]
    notify(ObjectModifiedEvent(convention, Attributes(IConvention, "text")))


def keys(convention):
    return [one.key for one in offered(convention, TODAY)]


def kinds(convention):
    """The kinds offered; the models that come with the package are always there."""
    found = [key.partition(":")[0] for key in keys(convention)]
    return [kind for kind in found if kind != "model"]


def test_every_text_that_was_is_still_there(make):
    convention = make(SHORT)
    convention.remarks = "Something else."
    notify(ObjectModifiedEvent(convention, Attributes(IConvention, "remarks")))
    write(convention, LONGER)
    make_annex(convention)
    found = versions(convention)
    assert [one.text for one in found] == [SHORT, LONGER]
    assert version(convention, found[0].number) == found[0]
    assert version(convention, found[0].number + 1) is None


def test_a_text_is_compared_with_what_it_was(make):
    convention = make(SHORT)
    write(convention, LONGER)
    assert kinds(convention) == ["present", "version"]
    present, before = (side(convention, key, TODAY) for key in keys(convention)[:2])
    assert (before.text, before.choice.name) == (SHORT, TEST_USER_ID)
    assert [one.status for one in compared(before, present)] == ["same", "added"]


def test_a_text_is_compared_with_that_of_another_convention(make):
    convention, other = make(SHORT), make(sound(), title="Other")
    found = side(convention, f"convention:{other.UID()}", TODAY)
    assert (found.choice.name, found.text) == ("Other", sound())


def test_who_may_not_read_the_journal_is_offered_the_present_text(make, as_roles):
    convention = make(SHORT)
    write(convention, LONGER)
    before = keys(convention)[1]
    as_roles("Reader")
    assert kinds(convention) == ["present"]
    with pytest.raises(NotFound):
        side(convention, before, TODAY)


@pytest.mark.parametrize("key", ["", "version:999", "convention:", "convention:nowhere", "odd"])
def test_there_is_no_such_text(make, key):
    with pytest.raises(NotFound):
        side(make(SHORT), key, TODAY)


def test_the_text_of_a_convention_that_one_may_not_see_is_not_there(make, as_roles):
    convention, other = make(SHORT), make(SHORT)
    other.manage_permission("View", roles=["Manager"], acquire=0)
    as_roles("Reader")
    with pytest.raises(NotFound):
        side(convention, f"convention:{other.UID()}", TODAY)
    as_roles("Manager")
    partner = api.portal.get()["partners"].objectValues()[0]
    with pytest.raises(NotFound):
        side(convention, f"convention:{partner.UID()}", TODAY)
