"""The maintenance team and advanced access in a real browser."""

from browsing import follow
from browsing import PASSWORD
from collective.conventions.clock import today
from collective.conventions.server import operators
from collective.conventions.server import team
from collective.conventions.server import zmi
from datetime import timedelta
from plone.namedfile.file import NamedBlobFile
import os
import pytest
import transaction


BY = {"actor": "admin", "today": today()}
SHOTS = os.environ.get("SHOTS")


@pytest.fixture
def rita(functional):
    """An operator who may act."""
    return enrol(functional["app"], "rita", "Rita Lambert")


def enrol(app, login, name):
    team.admit(app, login, name, organisation="UVCW", email=f"{login}@example.be", **BY)
    for document in team.DOCUMENTS:
        file = NamedBlobFile(data=b"%PDF-1.7", filename=f"{document}.pdf")
        team.sign(app, login, document, version="2026-1", signed=BY["today"], file=file, **BY)
    operators.set_password(app, login, PASSWORD)
    transaction.commit()
    return login


@pytest.fixture
def desk(functional, rita, new_page):
    """A page of the root, opened by the operator."""
    credentials = {"username": rita, "password": PASSWORD, "send": "always"}
    page = new_page(http_credentials=credentials)
    page.root = functional["app"].absolute_url()
    page.goto(f"{page.root}/@@team")
    return page


def shot(page, name):
    if SHOTS:
        width = page.viewport_size["width"]
        page.screenshot(path=f"{SHOTS}/{name}-{width}.png", full_page=True)


def fits(page):
    width = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
    assert page.evaluate(width)


def test_from_admission_to_the_end(functional, desk, axe, viewport, tmp_path):
    app, copy = functional["app"], tmp_path / "signed.pdf"
    copy.write_bytes(b"%PDF-1.7 signed")
    axe(desk)
    fits(desk)
    shot(desk, "team")
    desk.get_by_label("First name and name").fill("Sam Peeters")
    desk.get_by_label("Login").fill("sam")
    desk.get_by_label("Organisation").fill("Example ltd")
    follow(desk.get_by_role("button", name="Admit to the team"))
    assert desk.get_by_text("no rights yet").is_visible()
    axe(desk)
    for name in ("Charter of the maintenance team", "Confidentiality undertaking"):
        section = desk.get_by_role("region", name=name)
        section.get_by_label("Version of the document").fill("2026-1")
        section.get_by_label("Signed on").fill(today().isoformat())
        section.get_by_label("Signed copy").set_input_files(copy)
        follow(section.get_by_role("button", name="Record the signature"))
    assert desk.get_by_text("has the rights of an operator").is_visible()
    follow(desk.get_by_role("button", name="Make a code"))
    code = desk.locator(".cm-code").inner_text()
    axe(desk)
    fits(desk)
    shot(desk, "member")
    follow(desk.locator(".cv-verdict a"))
    desk.get_by_label("Login").fill("sam")
    desk.get_by_label("Code").fill(code)
    desk.get_by_label("New password").fill("a password of sam")
    desk.get_by_label("The same once more").fill("a password of sam")
    axe(desk)
    shot(desk, "welcome")
    follow(desk.get_by_role("button", name="Set the password"))
    assert desk.get_by_text("Your password is set.").is_visible()
    transaction.begin()
    assert app.acl_users.authenticate("sam", "a password of sam", app.REQUEST) is not None
    desk.goto(f"{desk.root}/@@team-member?login=sam")
    follow(desk.get_by_role("button", name="End the membership now"))
    assert desk.get_by_text("has left").first.is_visible()
    transaction.begin()
    assert not team.member(app, "sam").has_rights


def test_a_refusal_stands_beside_its_field_and_keeps_what_was_typed(functional, desk):
    desk.get_by_label("First name and name").fill("Sam Peeters")
    desk.get_by_label("Login").fill("Sam Peeters")
    follow(desk.get_by_role("button", name="Admit to the team"))
    assert desk.get_by_role("alert").get_by_text("A login is made of small letters").is_visible()
    assert desk.get_by_label("First name and name").input_value() == "Sam Peeters"
    login = desk.get_by_label("Login")
    assert login.get_attribute("aria-invalid") == "true"
    assert login.get_attribute("aria-describedby") == "ct-login-fault"
    transaction.begin()
    assert [one.login for one in team.members(functional["app"])] == ["rita"]


def test_one_cannot_sign_for_oneself(functional, desk):
    desk.goto(f"{desk.root}/@@team-member?login=rita")
    assert desk.get_by_text("Another operator records what you sign.").count() == 2
    assert desk.get_by_role("button", name="Record the signature").count() == 0


def test_the_list_is_published_and_hidden(functional, desk, new_page, axe, viewport):
    follow(desk.get_by_role("button", name="Publish the list"))
    visitor = new_page()
    visitor.goto(f"{desk.root}/@@maintenance-team")
    assert visitor.get_by_text("Rita Lambert").is_visible()
    assert visitor.get_by_role("navigation").count() == 0
    axe(visitor, "body")
    fits(visitor)
    shot(visitor, "public")
    follow(desk.get_by_role("button", name="Publish it no longer"))
    assert visitor.goto(f"{desk.root}/@@maintenance-team").status == 404


def test_advanced_access_from_asking_to_revoking(functional, people, log_in, desk, axe, viewport):
    mine = log_in("space-manager")
    url = functional["portal"].absolute_url()
    mine.goto(url)
    follow(mine.get_by_role("link", name="Advanced access"))
    axe(mine)
    mine.get_by_label("What do you need it for").fill("Two days to look at the catalog.")
    follow(mine.get_by_role("button", name="Ask the maintenance team"))
    shot(mine, "asked")
    desk.goto(f"{desk.root}/@@advanced-access")
    axe(desk)
    fits(desk)
    shot(desk, "requests")
    desk.get_by_label("Last day").fill((today() + timedelta(days=2)).isoformat())
    follow(desk.get_by_role("button", name="Grant"))
    axe(desk)
    shot(desk, "granted")
    mine.goto(f"{url}/@@advanced-access")
    axe(mine)
    fits(mine)
    shot(mine, "mine")
    mine.get_by_role("link", name="portal_catalog").click()
    mine.wait_for_load_state()
    assert "manage_" in mine.url
    desk.get_by_label("Reason for revoking it").fill("The work is done.")
    follow(desk.get_by_role("button", name="Revoke now"))
    assert desk.get_by_text("revoked", exact=True).is_visible()
    assert mine.goto(f"{url}/portal_catalog/manage_catalogView").url != (
        f"{url}/portal_catalog/manage_catalogView"
    )
    mine.goto(f"{url}/@@advanced-access")
    assert mine.get_by_text("The work is done.").is_visible()
    shot(mine, "revoked")
    transaction.begin()
    assert [one.state for one in zmi.requests(functional["app"])] == [zmi.REVOKED]
