"""The manager of a space looks after its members in a real browser."""

from browsing import follow
from collective.conventions.access import members
from factories import make_partner
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest
import requests
import transaction


@pytest.fixture
def page(functional, people, log_in):
    setRoles(functional["portal"], TEST_USER_ID, ["Manager"])
    make_partner(functional["portal"], "City of Brussels")
    transaction.commit()
    page = log_in("space-manager")
    page.goto(functional["portal"].absolute_url())
    follow(page.get_by_role("link", name="Members and groups"))
    return page


def groups_of(name):
    transaction.begin()
    return {group.getId() for group in api.group.get_groups(username=name)}


def test_from_a_new_account_to_a_closed_one(page, axe):
    axe(page)
    page.get_by_label("Name").fill("Nora New")
    page.get_by_label("E-mail").fill("nora@example.be")
    follow(page.get_by_role("button", name="Open the account"))
    assert page.get_by_text("The account is open.").is_visible()
    page.get_by_label("Add a member to Council secretaries").select_option("nora@example.be")
    group = page.get_by_role("region", name="Council secretaries")
    follow(group.get_by_role("button", name="Add"))
    assert "council_secretaries" in groups_of("nora@example.be")
    follow(group.get_by_role("button", name="Remove Nora New"))
    assert "council_secretaries" not in groups_of("nora@example.be")
    follow(page.get_by_role("button", name="Close the account of Nora New"))
    transaction.begin()
    assert api.user.get(username="nora@example.be") is None
    axe(page)


def test_a_refusal_says_why(page):
    page.get_by_label("Name").fill("Somebody")
    page.get_by_label("E-mail").fill("reader@example.org")
    follow(page.get_by_role("button", name="Open the account"))
    page.get_by_label("E-mail").fill("reader@example.org")
    page.get_by_label("Name").fill("Somebody")
    follow(page.get_by_role("button", name="Open the account"))
    assert page.get_by_text("“reader@example.org” has an account already.").is_visible()


@pytest.mark.parametrize("name", ["reader", "author", "secretary"])
def test_nobody_else_gets_there(functional, people, name):
    url = f"{functional['portal'].absolute_url()}/@@members"
    answer = requests.get(url, auth=(name, "a password of tests"), allow_redirects=False)
    assert answer.status_code in (302, 401, 403)
    assert "reader@example.org" not in answer.text


def test_a_change_needs_the_page(functional, people, monkeypatch):
    """A link or a foreign page cannot make the manager change anything."""
    called = []
    monkeypatch.setattr(members, "join", lambda *names: called.append(names))
    url = f"{functional['portal'].absolute_url()}/@@members"
    data = {"do.join": "1", "member": "reader", "group": "space_managers"}
    auth = ("space-manager", "a password of tests")
    for method, options in (("GET", {"params": data}), ("POST", {"data": data})):
        answer = requests.request(method, url, auth=auth, allow_redirects=False, **options)
        assert answer.status_code == 403
    assert called == []
