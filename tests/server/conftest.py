"""A server on which spaces can be made."""

from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
import pytest


@pytest.fixture
def app(functional):
    """The root of the database, as the manager of the whole server."""
    app = functional["app"]
    login(app, SITE_OWNER_NAME)
    return app
