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
#: What a form of Zope's user folder sends.
GIVEN = {"role_id": "Manager", "principal_ids": "rita"}


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


def roles_of(app, login):
    """What an operator may be, on the root and in a space."""
    with entered(app, "namur") as portal:
        user = portal.acl_users.getUserById(login)
        inside = set(user.getRolesInContext(portal)) if user else set()
        groups = set(portal.acl_users.source_groups.listAssignedPrincipals("space_managers"))
    return set(app.acl_users.getUserById(login).getRolesInContext(app)), inside, groups


def test_an_operator_sees_every_space(server):
    assert server.acl_users.getUser("rita").has_role(OPERATOR)
    assert ask(server, "GET", "namur/partners/one", AUTH).status_code == 200
    assert ask(server, "GET", "namur/partners/one", ("rita", "wrong")).status_code == 401


def test_an_operator_changes_nothing(server):
    answer = ask(server, "PATCH", "namur/partners/one", AUTH, json={"title": "Two"})
    assert answer.status_code in (401, 403)
    transaction.begin()
    assert server["namur"].partners.one.title == "One"


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "@team", {"login": "rita", "name": "Rita"}),
        ("POST", "acl_users/roles/manage_assignRoleToPrincipals", GIVEN),
        ("POST", "acl_users/users/manage_updateUserPassword", {"user_id": "admin"}),
        ("POST", "manage_access", GIVEN),
        ("POST", "manage_setLocalRoles", {"userid": "rita", "roles": "Manager"}),
        ("POST", "namur/manage_setLocalRoles", {"userid": "rita", "roles": "Manager"}),
        ("POST", "namur/acl_users/portal_role_manager/manage_assignRoleToPrincipals", GIVEN),
        ("PATCH", "namur/@groups/space_managers", {"users": {"rita": True}}),
        ("POST", "namur/@users", {"username": "rita2", "email": "r@example.be"}),
        ("POST", "namur/@sharing", {"entries": [{"id": "rita", "roles": {"Manager": True}}]}),
    ],
)
def test_an_operator_gives_himself_no_other_right(server, method, path, body):
    before = roles_of(server, "rita")
    answer = ask(server, method, path, AUTH, json=body)
    assert answer.status_code in (302, 401, 403, 404, 409), answer.text
    if method == "POST":
        answer = ask(server, method, path, AUTH, data=body)
        assert answer.status_code in (302, 400, 401, 403, 404, 409), answer.text
    transaction.begin()
    assert roles_of(server, "rita") == before
    assert "Manager" not in before[0]
