"""A space is made whole, or not at all."""

from AccessControl import getSecurityManager
from collective.conventions.access.groups import create_groups
from collective.conventions.access.roles import GROUPS
from collective.conventions.clock import today
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.server import journal
from collective.conventions.server import provision
from collective.conventions.server import register
from collective.conventions.server.figures import figures
from collective.conventions.server.invitation import new_link
from collective.conventions.server.provision import create_space
from collective.conventions.server.provision import Manager
from collective.conventions.server.spaces import entered
from collective.conventions.server.spaces import has_space
from datetime import timedelta
from plone import api
from Products.CMFPlone.PasswordResetTool import InvalidRequestError
from Products.CMFPlone.RegistrationTool import RegistrationTool
from Products.MailHost.MailHost import MailBase
from zope.component.hooks import getSite
from zope.globalrequest import getRequest
import logging
import pytest
import transaction


def record(name):
    return api.portal.get_registry_record(f"plone.{name}")


@pytest.fixture
def manager():
    return Manager("eva.tonnon", "Eva Tonnon", "eva@example.be")


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


def test_the_first_member_chooses_a_password_by_a_link_that_ends(app, manager):
    made = create_space(app, "namur", "Ville de Namur", manager=manager)
    assert (made.link.login, made.link.email) == ("eva.tonnon", "eva@example.be")
    assert timedelta(0) < made.link.until - today() <= timedelta(days=7)
    secret = made.link.path.split("/")[1].split("?")[0]
    assert secret not in repr(made)
    with entered(app, "namur") as portal:
        tool = portal.portal_password_reset
        tool.resetPassword("eva.tonnon", secret, "a-chosen-password")
        assert portal.acl_users.authenticate("eva.tonnon", "a-chosen-password", portal.REQUEST)
        with pytest.raises(InvalidRequestError):
            tool.resetPassword("eva.tonnon", secret, "another-password")


def test_nobody_is_mailed_and_neither_log_nor_journal_has_a_secret(
    app, manager, monkeypatch, caplog
):
    caplog.set_level(logging.DEBUG)
    sent, passwords, register_one = [], [], RegistrationTool.addMember
    for name in ("send", "_send"):
        monkeypatch.setattr(MailBase, name, lambda *given, **named: sent.append(given))

    def watched(self, userid, password, *given, **named):
        passwords.append(password)
        return register_one(self, userid, password, *given, **named)

    monkeypatch.setattr(RegistrationTool, "addMember", watched)
    made = create_space(app, "namur", "Ville de Namur", manager=manager)
    again = new_link(app, "namur", "eva.tonnon", reason="Asked by phone")
    links = [link.path.split("/")[1].split("?")[0] for link in (made.link, again)]
    (password,) = passwords
    assert sent == []
    said = caplog.text + str(journal.history(app)) + repr(made) + repr(again)
    assert "eva.tonnon" in said
    assert [secret for secret in (password, *links) if secret in said] == []


def test_who_makes_a_space_owns_nothing_of_it(app, manager):
    create_space(app, "namur", "Ville de Namur", manager=manager)
    me = getSecurityManager().getUser().getId()
    assert me
    with entered(app, "namur") as portal:
        for one in (portal, *portal.objectValues()):
            assert me not in dict(one.get_local_roles() or ())
            assert me not in str(one.owner_info())


def test_the_register_and_the_journal_begin_with_the_space(app, manager):
    create_space(app, "jambes", "Commune de Jambes", facts={"kind": "commune"})
    facts = {"kind": "cpas", "nis_code": "92 094", "commune": "jambes", "limit": 5_000_000_000}
    made = create_space(app, "cpas-jambes", " CPAS de Jambes ", manager=manager, facts=facts)
    assert register.entry(app, "cpas-jambes") == made.entry
    assert made.entry.title == app["cpas-jambes"].title == "CPAS de Jambes"
    assert (made.entry.nis_code, made.entry.commune) == ("92094", "jambes")
    assert made.entry.created == today().isoformat()
    assert figures(app)["cpas-jambes"].members == 1
    last = journal.history(app)[-1]
    assert (last.action, last.subject) == ("space_created", "cpas-jambes")
    assert last.actor == getSecurityManager().getUser().getId()
    assert last.after["manager"] == "eva.tonnon"
    assert made.link.path not in str(last)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("kind", "club"),
        ("nis_code", "123"),
        ("nis_code", "02094"),
        ("commune", "nowhere"),
        ("limit", -1),
        ("limit", 10**15 + 1),
        ("limit", True),
        ("notes", "x" * 10_001),
        ("title", 3),
    ],
)
def test_a_wrong_fact_is_named_and_nothing_is_made(app, field, value):
    facts = {"kind": "cpas", field: value}
    title = value if field == "title" else "Namur"
    with pytest.raises(UnprocessableEntity) as refused:
        create_space(app, "namur", title, facts=facts)
    assert [finding.field for finding in refused.value.findings] == [field]
    assert "namur" not in app.objectIds()
    assert register.entry(app, "namur") is None


def test_an_address_that_is_none_leaves_nothing(app):
    with pytest.raises(UnprocessableEntity):
        create_space(app, "namur", "Namur", manager=Manager("eva", "Eva", "no address"))
    assert "namur" not in app.objectIds()
    assert register.entry(app, "namur") is None
    assert [one for one in journal.history(app) if one.subject == "namur"] == []


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


@pytest.mark.parametrize(
    "step", ["_settle", "_add_manager", "set_limit", "_register", "record", "take"]
)
def test_a_failure_at_any_step_leaves_the_database_as_it_was(app, manager, monkeypatch, step):
    def fail(*given, **named):
        raise RuntimeError("halfway")

    create_space(app, "jambes", "Jambes")
    transaction.commit()
    before = app._p_jar.db().lastTransaction(), list(app.objectIds()), len(journal.history(app))
    monkeypatch.setattr(provision, step, fail)
    with pytest.raises(RuntimeError, match="halfway"):
        create_space(app, "namur", "Namur", manager=manager, facts={"limit": 5_000_000})
    transaction.commit()
    after = app._p_jar.db().lastTransaction(), list(app.objectIds()), len(journal.history(app))
    assert after == before
    assert "namur" not in figures(app)


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
    assert register.entry(app, "namur") is None
    transaction.commit()
    monkeypatch.undo()
    create_space(app, "namur", "Namur")
    assert has_space(app, "namur")
