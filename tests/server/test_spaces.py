"""Spaces are listed, entered one at a time, and closed to each other (C2)."""

from collective.conventions.server.provision import create_space
from collective.conventions.server.provision import Manager
from collective.conventions.server.spaces import entered
from collective.conventions.server.spaces import has_space
from collective.conventions.server.spaces import Space
from collective.conventions.server.spaces import spaces
from plone import api
from plone.dexterity.utils import createContentInContainer
from zope.component.hooks import getSite
from zope.globalrequest import getRequest
import pytest
import requests
import transaction


@pytest.fixture
def two_spaces(app):
    """Two spaces, each with a member and a partner."""
    for name in ("namur", "dinant"):
        manager = Manager(f"eva.{name}", "Eva", "eva@example.be")
        create_space(app, name, f"Ville de {name.title()}", manager=manager)
        with entered(app, name) as portal:
            portal.acl_users.userSetPassword(f"eva.{name}", f"password-of-{name}")
            createContentInContainer(
                portal.partners, "Partner", id="secret", title="Secret", entity_kind="company"
            )
    transaction.commit()
    return app


def get(app, path, member, **query):
    url = f"{app.absolute_url()}/{path}"
    return requests.get(
        url,
        params=query,
        auth=(f"eva.{member}", f"password-of-{member}"),
        headers={"Accept": "application/json"},
        allow_redirects=False,
        timeout=30,
    )


def test_spaces_are_listed_by_id_and_other_sites_are_none(two_spaces):
    found = spaces(two_spaces)
    assert Space("dinant", "Ville de Dinant", "fr") in found
    assert [space.id for space in found] == sorted(space.id for space in found)
    assert has_space(two_spaces, "namur")
    assert not has_space(two_spaces, "acl_users")
    assert not has_space(two_spaces, "nowhere")


def test_each_space_is_entered_with_a_request_of_its_own(two_spaces):
    outside = getSite(), getRequest()
    with entered(two_spaces, "namur") as first:
        assert api.portal.get() == first
        request = getRequest()
        with entered(two_spaces, "dinant") as second:
            assert api.portal.get().getId() == second.getId() == "dinant"
            assert getRequest() is not request
        assert api.portal.get().getId() == "namur"
        assert getRequest() is request
    assert (getSite(), getRequest()) == outside


def test_one_comes_back_after_an_error_too(two_spaces):
    outside = getSite(), getRequest()
    with pytest.raises(RuntimeError), entered(two_spaces, "namur"):
        raise RuntimeError
    assert (getSite(), getRequest()) == outside


def test_a_member_of_one_space_is_nobody_in_another(two_spaces):
    assert get(two_spaces, "namur/partners/secret", "namur").status_code == 200
    for path in ("partners", "partners/secret", "conventions", "@users", "@groups"):
        assert get(two_spaces, f"dinant/{path}", "namur").status_code == 401, path


def test_a_search_in_another_space_finds_nothing(two_spaces):
    own = get(two_spaces, "namur/@search", "namur", portal_type="Partner")
    assert [item["title"] for item in own.json()["items"]] == ["Secret"]
    foreign = get(two_spaces, "dinant/@search", "namur", portal_type="Partner")
    assert foreign.status_code == 401 or foreign.json()["items"] == []
