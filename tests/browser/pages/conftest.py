"""People of a space, and a convention to look at."""

from browser.examples import city
from browser.examples import collaboration
from browser.examples import region
from collective.conventions.access.groups import partner_group
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest


#: Login name → the group that gives it its role.
MEMBERS = {
    "author": "convention_authors",
    "secretary": "council_secretaries",
    "signer": "signature_officers",
    "accountant": "finance_officers",
    "reader": "convention_readers",
    "space-manager": "space_managers",
}


@pytest.fixture
def portal(integration):
    portal = integration["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    for name, group in MEMBERS.items():
        api.user.create(email=f"{name}@example.org", username=name, password="a password of tests")
        api.group.add_user(groupname=group, username=name)
    return portal


@pytest.fixture
def town(portal):
    return city(portal)


@pytest.fixture
def centre(portal):
    return region(portal)


@pytest.fixture
def draft(portal, town, centre):
    return collaboration(portal, town, centre)


@pytest.fixture
def contact(portal, centre):
    """The login name of a person of the regional body."""
    api.user.create(email="c@example.org", username="contact", password="a password of tests")
    api.group.add_user(groupname=partner_group(centre.UID()), username="contact")
    return "contact"
