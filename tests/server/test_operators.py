"""Operators belong to the server: they see every space and change nothing in it."""

from collective.conventions.access.roles import OPERATOR
from collective.conventions.server.provision import create_space
from collective.conventions.server.spaces import entered
from factories import make_operator
from plone.dexterity.utils import createContentInContainer
import pytest
import requests
import transaction


AUTH = ("rita", "first-password")


@pytest.fixture
def server(app):
    create_space(app, "namur", "Ville de Namur")
    with entered(app, "namur") as portal:
        createContentInContainer(
            portal.partners, "Partner", id="one", title="One", entity_kind="company"
        )
    make_operator(app, *AUTH)
    transaction.commit()
    return app


def ask(app, method, path, auth, **options):
    return requests.request(
        method,
        f"{app.absolute_url()}/{path}",
        auth=auth,
        headers={"Accept": "application/json"},
        timeout=30,
        **options,
    )


def test_an_operator_sees_every_space(server):
    assert server.acl_users.getUser("rita").has_role(OPERATOR)
    assert ask(server, "GET", "namur/partners/one", AUTH).status_code == 200
    assert ask(server, "GET", "namur/partners/one", ("rita", "wrong")).status_code == 401


def test_an_operator_changes_nothing(server):
    answer = ask(server, "PATCH", "namur/partners/one", AUTH, json={"title": "Two"})
    assert answer.status_code in (401, 403)
    transaction.begin()
    assert server["namur"].partners.one.title == "One"
