"""A space and its people."""

from access.world import make_world
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


@pytest.fixture(scope="class")
def world(functional_app_class, functional_portal_class):
    """A space over HTTP, made once for a class of tests."""
    return make_world(functional_app_class, functional_portal_class)


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
