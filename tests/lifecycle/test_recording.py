"""Every event of a convention's life is in its journal."""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import noSecurityManager
from AccessControl.SpecialUsers import system
from collective.conventions.journal.actor import actor
from collective.conventions.journal.storage import find
from collective.conventions.journal.storage import journals
from datetime import date
from decimal import Decimal
from factories import make_annex
from factories import make_convention
from factories import make_invoice
from hashlib import sha256
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
import pytest


def entries(content):
    return [(entry.action, entry.subject) for entry in find(content.UID())]


def last(content):
    return list(find(content.UID()))[-1]


def test_a_life(portal, partners):
    convention = make_convention(portal, partners, "council_approved")
    annex = make_annex(convention)
    annex.title = "New name"
    notify(ObjectModifiedEvent(annex))
    api.content.delete(annex)
    api.content.transition(convention, "sign", comment="In the town hall.")
    assert last(convention).reason == "In the town hall."
    invoice = make_invoice(convention, partners)
    api.content.delete(invoice)
    assert entries(convention) == [
        ("added", "Agreement"),
        ("approve", "Agreement"),
        ("part_added", "Annex"),
        ("part_modified", "New name"),
        ("part_deleted", "New name"),
        ("sign", "Agreement"),
        ("part_added", "Invoice"),
        ("part_deleted", "Invoice"),
    ]
    assert find(convention.UID()).breaks() == ()


def test_an_edit_says_what_was_and_what_is(portal, partners):
    convention = make_convention(portal, partners)
    convention.declared_value = Decimal("2000.00")
    convention.college_date = date(2024, 6, 3)
    convention.title = "New"
    notify(ObjectModifiedEvent(convention))
    entry = last(convention)
    assert entry.before == {"title": "Agreement"}
    assert entry.after == {"title": "New", "declared_value": "2000", "college_date": "2024-06-03"}
    assert find(convention.UID()).title == "New"


def test_an_edit_that_changes_nothing_leaves_nothing(portal, partners):
    convention = make_convention(portal, partners)
    journal = find(convention.UID())
    portal._p_jar.savepoint()
    notify(ObjectModifiedEvent(convention))
    assert journal.length == 1
    assert not journal._p_changed


def test_the_file_of_an_annex_is_recorded_by_its_digest(portal, partners):
    convention = make_convention(portal, partners)
    make_annex(convention, data=b"signed")
    assert last(convention).after["file"] == {
        "filename": "Annex.txt",
        "size": 6,
        "sha256": sha256(b"signed").hexdigest(),
    }


def test_only_conventions_have_journals(portal, partners):
    convention = make_convention(portal, partners)
    make_annex(convention)
    assert list(journals()) == [convention.UID()]
    api.content.delete(convention)
    assert len(journals()) == 1


@pytest.fixture
def nobody():
    """Whoever was logged in is so again afterwards."""
    yield
    noSecurityManager()


def test_a_member_of_the_space_is_named(integration, nobody):
    login(integration["portal"], TEST_USER_NAME)
    assert actor() == TEST_USER_ID


def test_a_member_with_adopted_roles_is_named(integration, nobody):
    login(integration["portal"], TEST_USER_NAME)
    with api.env.adopt_roles(["Manager"]):
        assert actor() == TEST_USER_ID


def test_a_user_of_the_server_is_marked(integration, nobody):
    login(integration["app"], SITE_OWNER_NAME)
    assert actor() == f"server/{SITE_OWNER_NAME}"


def test_a_command_of_the_server_is_marked(integration, nobody):
    newSecurityManager(None, system)
    assert actor() == "server/system"


def test_who_is_not_logged_in_is_anonymous(integration, nobody):
    noSecurityManager()
    assert actor() == "anonymous"
