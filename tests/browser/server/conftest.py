"""A server with some spaces, and an operator who looks at its pages."""

from collective.conventions.server.provision import create_space
from collective.conventions.server.provision import Manager
from factories import make_operator
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
import pytest
import transaction


OPERATOR = ("rita", "a password of tests")
NOTES = "They were promised a training."


@pytest.fixture
def app(functional):
    """The root of the database, as the manager of the whole server."""
    login(functional["app"], SITE_OWNER_NAME)
    return functional["app"]


@pytest.fixture
def server(app):
    """Two tied spaces, one with a manager, and an operator."""
    facts = {"kind": "commune", "nis_code": "92094", "limit": 5 * 1000**3}
    create_space(app, "namur", "Commune de Namur", facts=facts)
    facts = {"kind": "cpas", "nis_code": "92094", "commune": "namur", "notes": NOTES}
    manager = Manager("eva@example.be", "Eva Tonnon", "eva@example.be")
    create_space(app, "cpas-namur", "CPAS de Namur", manager=manager, facts=facts)
    make_operator(app, *OPERATOR)
    transaction.commit()
    return app


@pytest.fixture
def operator(server, new_page):
    """A browser in which the operator is logged in."""
    name, password = OPERATOR
    return new_page(http_credentials={"username": name, "password": password})
