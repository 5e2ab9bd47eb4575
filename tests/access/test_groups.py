"""Each partner has a group of its people."""

from collective.conventions.access.groups import create_groups
from collective.conventions.access.groups import partner_group
from collective.conventions.access.roles import GROUPS
from factories import make_partner
from plone import api
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


def group_of(partner):
    return api.group.get(groupname=partner_group(partner.UID()))


def test_a_new_partner_has_a_group(portal):
    partner = make_partner(portal, "City of Namur")
    assert group_of(partner).getProperty("title") == "City of Namur"
    assert set(group_of(partner).getRoles()) <= {"Authenticated"}


def test_the_group_takes_the_new_name(portal):
    partner = make_partner(portal, "City")
    partner.title = "Town"
    notify(ObjectModifiedEvent(partner))
    assert group_of(partner).getProperty("title") == "Town"


def test_a_copy_has_a_group_of_its_own(portal):
    partner = make_partner(portal, "City")
    copied = api.content.copy(partner, portal["partners"])
    assert group_of(copied).getId() != group_of(partner).getId()


def test_the_group_goes_with_its_partner(portal):
    partner = make_partner(portal, "City")
    name = partner_group(partner.UID())
    api.content.delete(partner)
    assert api.group.get(groupname=name) is None


def test_groups_are_made_once(portal, people):
    people("anna", "convention_readers")
    create_groups()
    members = api.user.get_users(groupname="convention_readers")
    assert [member.getId() for member in members] == ["anna"]
    assert all(api.group.get(groupname=name) for name in GROUPS)
