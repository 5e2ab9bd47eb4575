"""A space is made whole, or not at all."""

from collective.conventions.access.groups import create_groups
from collective.conventions.access.roles import GROUPS
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.server import provision
from collective.conventions.server.provision import create_space
from collective.conventions.server.provision import Manager
from collective.conventions.server.spaces import entered
from collective.conventions.server.spaces import has_space
from plone import api
from zope.component.hooks import getSite
from zope.globalrequest import getRequest
import pytest
import transaction


def record(name):
    return api.portal.get_registry_record(f"plone.{name}")


@pytest.fixture
def manager():
    return Manager("eva.tonnon", "Eva Tonnon", "eva@example.be", "a-long-password")


def test_a_space_has_all_that_a_space_needs(app):
    create_space(app, "namur", "Ville de Namur", description="La Ville")
    with entered(app, "namur") as portal:
        assert portal.title == "Ville de Namur"
        assert portal.description == "La Ville"
        assert {"conventions", "partners"} <= set(portal.objectIds())
        assert set(GROUPS) <= {group.id for group in api.group.get_groups()}
        assert record("portal_timezone") == "Europe/Brussels"
        assert record("default_language") == "fr"
        assert record("available_languages") == ["fr", "nl", "de", "en"]
        # The theme is that of the classic interface, and no example content is there.
        assert api.portal.get_registry_record("plone.app.theming.interfaces.IThemeSettings.enabled")
        assert not {"news", "events", "front-page"} & set(portal.objectIds())


def test_a_space_speaks_its_language_first_and_the_others_too(app):
    create_space(app, "eupen", "Stadt Eupen", language="de")
    with entered(app, "eupen") as portal:
        assert record("default_language") == portal.Language() == "de"
        assert record("available_languages") == ["de", "fr", "nl", "en"]


def test_nobody_registers_himself(app):
    create_space(app, "namur", "Ville de Namur")
    with entered(app, "namur") as portal:
        assert record("enable_self_reg") is False
        assert record("enable_user_folders") is False
        rows = portal.rolesOfPermission("Add portal member")
        assert "Anonymous" not in [row["name"] for row in rows if row["selected"]]


def test_the_first_member_manages_the_space(app, manager):
    create_space(app, "namur", "Ville de Namur", manager=manager)
    with entered(app, "namur"):
        user = api.user.get("eva.tonnon")
        assert user.getProperty("fullname") == "Eva Tonnon"
        assert "Space Manager" in api.user.get_roles(user=user)
        assert not {"Manager", "Site Administrator"} & set(api.user.get_roles(user=user))
    assert manager.password not in repr(manager)


def test_a_weak_password_of_the_first_member_leaves_nothing(app):
    with pytest.raises(UnprocessableEntity):
        create_space(app, "namur", "Namur", manager=Manager("eva", "Eva", "e@example.be", "short"))
    assert "namur" not in app.objectIds()


@pytest.mark.parametrize("space_id", ["", "Namur", "na mur", "../x", "1namur", "-a", "a--b", "é"])
def test_an_id_that_is_no_part_of_an_address_is_refused(app, space_id):
    with pytest.raises(UnprocessableEntity):
        create_space(app, space_id, "Namur")


def test_an_unknown_language_is_refused(app):
    with pytest.raises(UnprocessableEntity):
        create_space(app, "namur", "Namur", language="it")


def test_what_is_there_is_never_made_again(app):
    create_space(app, "namur", "Namur")
    with pytest.raises(Conflict):
        create_space(app, "namur", "Another")
    assert app["namur"].title == "Namur"


def test_a_failure_halfway_leaves_nothing_of_it(app, monkeypatch):
    def fail(language):
        create_groups()
        raise RuntimeError("halfway")

    before = getSite(), getRequest()
    monkeypatch.setattr(provision, "_settle", fail)
    with pytest.raises(RuntimeError, match="halfway"):
        create_space(app, "namur", "Namur")
    assert (getSite(), getRequest()) == before
    assert "namur" not in app.objectIds()
    assert not has_space(app, "namur")
    transaction.commit()
    monkeypatch.undo()
    create_space(app, "namur", "Namur")
    assert has_space(app, "namur")
