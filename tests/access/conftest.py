"""A space and its people, seen by nobody but the test."""

from collective.conventions.access.roles import GROUPS
from factories import make_partner
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest


@pytest.fixture
def portal(integration):
    setRoles(integration["portal"], TEST_USER_ID, ["Manager"])
    return integration["portal"]


@pytest.fixture
def partners(portal):
    return [make_partner(portal, "City"), make_partner(portal, "Centre", entity_kind="cpas")]


@pytest.fixture
def people(portal):
    """Make a person who belongs to these groups; returns his id."""

    def make(name, *groups):
        api.user.create(email=f"{name}@example.be", username=name)
        for group in groups:
            assert group not in GROUPS or api.group.get(group) is not None
            api.group.add_user(groupname=group, username=name)
        return name

    return make
