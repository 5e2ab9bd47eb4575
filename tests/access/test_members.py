"""The manager of a space looks after its members, and makes nobody more than that."""

from Acquisition import aq_base
from collective.conventions.access import members
from collective.conventions.access.groups import partner_group
from collective.conventions.access.roles import GROUPS
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import UnprocessableEntity
from plone import api
from plone.app.testing import TEST_USER_ID
from Products.CMFPlone.tests.utils import MockMailHost
from Products.MailHost.interfaces import IMailHost
from zope.component import getSiteManager
import pytest


@pytest.fixture
def as_manager(portal, people, mail):
    """Go on as the manager of the space."""
    people("boss", "space_managers")
    people("anna")
    with api.env.adopt_user(username="boss"):
        yield


@pytest.fixture
def mail(portal):
    """A mail host that keeps what it is given."""
    kept = portal.MailHost
    portal.MailHost = host = MockMailHost("MailHost")
    sites = getSiteManager(portal)
    sites.registerUtility(host, IMailHost)
    yield host
    portal.MailHost = kept
    sites.registerUtility(aq_base(kept), IMailHost)


def roles_of(name):
    return set(api.user.get(userid=name).getRoles())


def test_the_groups_of_the_space_and_of_its_partners(portal, partners, as_manager):
    found = {group.id for group in members.groups()}
    assert found == set(GROUPS) | {partner_group(partner.UID()) for partner in partners}


def test_a_group_without_a_role_is_looked_after_too(portal, as_manager):
    with api.env.adopt_roles(["Manager"]):
        api.group.create("service", title="Service")
    members.join("anna", "service")
    (service,) = [group for group in members.groups() if group.id == "service"]
    assert [member.id for member in service.members] == ["anna"]


def test_members_join_and_leave(portal, as_manager):
    members.join("anna", "council_secretaries")
    assert "Council Secretary" in roles_of("anna")
    members.leave("anna", "council_secretaries")
    assert roles_of("anna") == {"Member", "Authenticated"}


@pytest.mark.parametrize("group", ["Administrators", "Site Administrators", "nothing"])
def test_no_other_group(portal, as_manager, group):
    for name in ("anna", "boss"):
        with pytest.raises(UnprocessableEntity):
            members.join(name, group)
    assert group not in {found.id for found in members.groups()}
    assert not {"Manager", "Site Administrator"} & (roles_of("anna") | roles_of("boss"))


@pytest.mark.parametrize("role", ["Manager", "Site Administrator", "Editor"])
def test_a_group_that_was_given_another_role_is_out_of_reach(portal, as_manager, role):
    with api.env.adopt_roles(["Manager"]):
        api.group.grant_roles(groupname="convention_readers", roles=[role])
    with pytest.raises(UnprocessableEntity):
        members.join("anna", "convention_readers")


def test_a_group_inside_a_mighty_group_is_out_of_reach(portal, as_manager):
    with api.env.adopt_roles(["Manager"]):
        api.group.create("service", title="Service")
        portal.portal_groups.addPrincipalToGroup("service", "Administrators")
    with pytest.raises(UnprocessableEntity):
        members.join("anna", "service")


def test_managers_of_plone_are_out_of_reach(portal, as_manager):
    assert "Manager" in roles_of(TEST_USER_ID)
    assert TEST_USER_ID not in {member.id for member in members.accounts()}
    for act in (members.join, members.leave):
        with pytest.raises(UnprocessableEntity):
            act(TEST_USER_ID, "convention_readers")
    with pytest.raises(UnprocessableEntity):
        members.close_account(TEST_USER_ID)


def test_a_new_account_has_no_right(portal, as_manager):
    name = members.open_account(" Nora@Example.be ", "Nora New")
    assert roles_of(name) == {"Member", "Authenticated"}
    assert "Nora New" in [member.name for member in members.accounts()]
    with pytest.raises(Conflict):
        members.open_account("nora@example.be", "Nora Again")


@pytest.mark.parametrize(("email", "name"), [("nonsense", "Nora"), ("", "Nora"), ("n@e.be", " ")])
def test_an_account_needs_an_address_and_a_name(portal, as_manager, email, name):
    before = members.accounts()
    with pytest.raises(UnprocessableEntity):
        members.open_account(email, name)
    assert members.accounts() == before


def test_a_closed_account_is_gone_from_its_groups(portal, as_manager):
    members.join("anna", "convention_readers")
    members.close_account("anna")
    assert api.user.get(userid="anna") is None
    assert not [group for group in members.groups() if "anna" in str(group.members)]
    with pytest.raises(UnprocessableEntity):
        members.close_account("anna")


def test_a_manager_does_not_lock_himself_out(portal, as_manager):
    with pytest.raises(Conflict):
        members.close_account("boss")
    with pytest.raises(Conflict):
        members.leave("boss", "space_managers")
    assert "Space Manager" in roles_of("boss")
    members.join("boss", "convention_readers")
    members.leave("boss", "convention_readers")


def test_without_a_mail_server_nothing_is_mailed(portal, as_manager):
    assert members.invite("anna") is False


def test_a_link_is_mailed_and_never_a_password(portal, as_manager):
    for name, value in (
        ("plone.smtp_host", "localhost"),
        ("plone.email_from_address", "space@example.be"),
    ):
        api.portal.set_registry_record(name, value)
    portal.MailHost.reset()
    assert members.invite("anna") is True
    (message,) = portal.MailHost.messages
    text = message.decode() if isinstance(message, bytes) else str(message)
    assert "anna@example.be" in text
    assert "passwordreset" in text


@pytest.mark.parametrize("group", [*sorted(set(GROUPS) - {"space_managers"}), None])
def test_nobody_else_looks_after_members(portal, people, group):
    people("anna", *filter(None, [group]))
    with api.env.adopt_user(username="anna"):
        for act, arguments in (
            (members.accounts, ()),
            (members.groups, ()),
            (members.open_account, ("n@example.be", "Nora")),
            (members.close_account, ("anna",)),
            (members.join, ("anna", "space_managers")),
            (members.leave, ("anna", "space_managers")),
        ):
            with pytest.raises(Forbidden):
                act(*arguments)
