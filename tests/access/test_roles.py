"""Local roles follow the parties and responsible members, through groups."""

from Acquisition import aq_base
from collective.conventions.access.groups import partner_group
from collective.conventions.access.roles import GROUPS
from collective.conventions.access.roles import OPERATOR
from collective.conventions.access.roles import ROLES
from collective.conventions.content.convention import IConvention
from factories import make_annex
from factories import make_convention
from factories import make_invoice
from factories import make_partner
from plone import api
from plone.app.testing import TEST_USER_ID
from Products.CMFCore.interfaces import IContentish
from zope.annotation.interfaces import IAnnotations
from zope.event import notify
from zope.globalrequest import getRequest
from zope.lifecycleevent import ObjectModifiedEvent
import pytest


def visible(name, *content):
    """What of ``content`` this person sees, by permission and by search alike.

    Zope remembers local roles as long as a request lasts; a person comes with a new one.
    """
    remembered = IAnnotations(getRequest())
    for key in list(remembered):
        del remembered[key]
    with api.env.adopt_user(username=name):
        found = {brain.UID for brain in api.content.find(UID=[item.UID() for item in content])}
        seen = {item.UID() for item in content if api.user.has_permission("View", obj=item)}
    assert found == seen
    return [item.title for item in content if item.UID() in seen]


def test_every_group_has_its_role(portal):
    for name, (_title, role) in GROUPS.items():
        assert role in api.group.get_roles(groupname=name)


def test_the_role_of_operators_cannot_be_given_in_a_space(portal):
    assert set(ROLES) - {OPERATOR} <= set(portal.__ac_roles__)
    assert OPERATOR not in portal.__ac_roles__
    assert OPERATOR not in portal.acl_users.portal_role_manager.listRoleIds()
    assert OPERATOR not in portal.portal_membership.getPortalRoles()


def test_a_contact_sees_what_his_partner_is_a_party_to(portal, partners, people):
    third = make_partner(portal, "Third")
    people("contact", partner_group(partners[0].UID()))
    mine = make_convention(portal, partners, "signed", title="Mine")
    theirs = make_convention(portal, [partners[1], third], "signed", title="Theirs")
    draft = make_convention(portal, partners, title="Draft")
    parts = [
        make_annex(mine, "Open", "public"),
        make_annex(mine, "Parties", "parties"),
        make_annex(mine, "Closed", "secretariat"),
        make_invoice(mine, partners),
        make_annex(theirs, "Other annex"),
        make_annex(draft, "Draft annex"),
    ]
    assert visible("contact", mine, theirs, draft, *parts) == ["Mine", "Open", "Parties"]
    assert visible("contact", *partners, third) == ["City"]


def test_a_change_of_the_parties_reaches_the_annexes(portal, partners, people):
    third = make_partner(portal, "Third")
    people("before", partner_group(partners[0].UID()))
    people("after", partner_group(third.UID()))
    convention = make_convention(portal, partners, "draft")
    annex = make_annex(convention)
    # What a draft will show as soon as it is approved is known to the catalog at once.
    convention.parties = [{"partner": p.UID(), "role": "partner"} for p in (third, partners[1])]
    convention.signatories = []
    notify(ObjectModifiedEvent(convention))
    api.content.transition(convention, "approve")
    assert visible("before", convention, annex) == []
    assert visible("after", convention, annex) == ["Agreement", "Annex"]


@pytest.mark.parametrize("principal", ["service", "anna"])
def test_responsible_members_are_groups_or_persons(portal, partners, people, principal):
    api.group.create("service", title="Service")
    people("anna", "service")
    convention = make_convention(portal, partners, "signed")
    annex = make_annex(convention, "Closed", "secretariat")
    invoice = make_invoice(convention, partners)
    assert visible("anna", convention, annex, invoice) == []
    convention.responsible = [principal]
    notify(ObjectModifiedEvent(convention))
    assert visible("anna", convention, annex, invoice) == ["Agreement", "Closed", "Invoice"]
    with api.env.adopt_user(username="anna"):
        assert api.user.has_permission("collective.conventions: Follow Up", obj=convention)
    convention.responsible = []
    notify(ObjectModifiedEvent(convention))
    assert visible("anna", convention, annex, invoice) == []


def test_only_parties_and_responsible_members_index_again(portal, partners, monkeypatch):
    convention = make_convention(portal, partners)
    annex = make_annex(convention)
    indexed = []
    kind = type(aq_base(annex))
    monkeypatch.setattr(kind, "reindexObject", lambda self, idxs=(): indexed.append(list(idxs)))
    convention.title = "Other"
    notify(ObjectModifiedEvent(convention))
    assert indexed == []
    convention.responsible = ["council_secretaries"]
    notify(ObjectModifiedEvent(convention))
    assert indexed == [["allowedRolesAndUsers"]]


def test_a_change_of_membership_touches_no_content(portal, partners, people):
    """And what it changes counts at once."""
    convention = make_convention(portal, partners, "signed")
    annex = make_annex(convention)
    api.group.create("service", title="Service")
    convention.responsible = ["service"]
    notify(ObjectModifiedEvent(convention))
    people("anna")
    assert visible("anna", convention, annex) == []
    # Everything written until here is behind us; what comes now is what membership costs.
    portal._p_jar.savepoint()
    catalog = portal.portal_catalog
    count = catalog.getCounter()
    for group in ("service", "convention_readers", partner_group(partners[0].UID())):
        api.group.add_user(groupname=group, username="anna")
        assert visible("anna", convention, annex) == ["Agreement", "Annex"]
        api.group.remove_user(groupname=group, username="anna")
        assert visible("anna", convention, annex) == []
    touched = portal._p_jar._registered_objects
    assert touched
    assert not [item for item in touched if IContentish.providedBy(item)]
    assert catalog.getCounter() == count


def test_an_owner_has_no_right_of_his_own(portal, partners):
    convention = make_convention(portal, partners)
    items = [convention, make_annex(convention), partners[0], *map(portal.get, ("conventions",))]
    for item in items:
        assert item.get_local_roles() == ()


@pytest.mark.parametrize("state", ["draft", "council_approved", "signed", "terminated"])
def test_a_local_owner_may_no_more_than_a_member(portal, partners, people, state):
    """Even if somebody gives him the local role by hand."""
    people("owner")
    convention = make_convention(portal, partners, state)
    convention.manage_setLocalRoles("owner", ["Owner", "Editor", "Contributor", "Reviewer"])
    convention.reindexObjectSecurity()
    assert visible("owner", convention) == []
    permissions = [
        name
        for name, *_rest in convention.ac_inherited_permissions(1)
        if name.startswith("collective.conventions: ")
    ]
    assert len(permissions) > 10
    permissions += ["View", "Modify portal content", "Delete objects", "Add portal content"]
    with api.env.adopt_user(username="owner"):
        allowed = [name for name in permissions if api.user.has_permission(name, obj=convention)]
    assert allowed == ["collective.conventions: Use Space"]


def test_who_pastes_owns_nothing(portal, partners):
    convention = make_convention(portal, partners)
    copied = api.content.copy(convention, portal["conventions"])
    assert IConvention.providedBy(copied)
    assert TEST_USER_ID not in dict(copied.get_local_roles())
