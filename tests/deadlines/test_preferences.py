"""How a member wants to be reminded."""

from collective.conventions.deadlines.preferences import Preferences
from collective.conventions.deadlines.preferences import preferences_of
from collective.conventions.deadlines.preferences import set_preferences
from plone import api
from Products.PluggableAuthService.events import PrincipalDeleted
from zope.annotation.interfaces import IAnnotations
from zope.component.hooks import site
from zope.event import notify
import pytest


def test_a_digest_is_the_default_and_reading_writes_nothing(portal):
    before = set(IAnnotations(portal))
    assert preferences_of("nobody") == Preferences("digest")
    assert set(IAnnotations(portal)) == before


@pytest.mark.parametrize("mails", ["digest", "single", "none"])
def test_what_is_chosen_is_kept_for_that_member_only(portal, mails):
    set_preferences("ada", Preferences("none"))
    set_preferences("ada", Preferences(mails))
    assert preferences_of("ada") == Preferences(mails)
    assert preferences_of("ben") == Preferences("digest")


def test_nothing_else_can_be_chosen():
    with pytest.raises(ValueError):
        Preferences("hourly")


def test_they_go_with_the_member(portal):
    with api.env.adopt_roles(["Manager"]):
        api.user.create(email="ada@example.be", username="ada", password="Correct-horse-7")
        set_preferences("ada", Preferences("none"))
        set_preferences("ben", Preferences("none"))
        api.user.delete(username="ada")
    assert preferences_of("ada") == Preferences("digest")
    assert preferences_of("ben") == Preferences("none")


def test_a_user_of_the_server_leaves_nothing_behind(portal):
    set_preferences("ada", Preferences("none"))
    with site(None):
        notify(PrincipalDeleted("ada"))
    assert preferences_of("ada") == Preferences("none")
