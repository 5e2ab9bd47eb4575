"""A space with two partners, as its manager."""

from factories import make_partner
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest


@pytest.fixture
def portal(integration):
    """Roles that are only adopted would not count in a search of the catalog."""
    setRoles(integration["portal"], TEST_USER_ID, ["Manager"])
    return integration["portal"]


@pytest.fixture
def as_roles(portal):
    """Go on with these roles only."""
    return lambda *roles: setRoles(portal, TEST_USER_ID, list(roles))


@pytest.fixture
def partners(portal):
    return [make_partner(portal, "City"), make_partner(portal, "Centre", entity_kind="cpas")]
