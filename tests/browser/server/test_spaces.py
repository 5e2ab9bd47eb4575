"""The operator's console, a new space and the entry of one, in a browser and without one."""

from browsing import follow
from collective.conventions.browser.server.navigation import PAGES as NAVIGATION
from collective.conventions.server.invitation import managers
from collective.conventions.server.journal import history
from collective.conventions.server.register import entry
from collective.conventions.server.spaces import entered
from collective.conventions.server.spaces import has_space
from itertools import product
from plone import api
import re
import requests
import transaction


OPERATOR = ("rita", "a password of tests")
PAGES = (
    "@@spaces",
    "@@spaces.csv",
    "@@spaces.xlsx",
    "@@new-space",
    "@@space-entry?id=namur",
    "@@server-journal",
)


def ask(server, method, path, auth=OPERATOR, **options):
    return requests.request(
        method,
        f"{server.absolute_url()}/{path}",
        auth=auth,
        timeout=30,
        allow_redirects=False,
        **options,
    )


def rows_of(page):
    return [text.split("\n")[0] for text in page.locator("tbody th").all_inner_texts()]


def test_the_console_shows_filters_and_sorts(server, operator, axe, viewport):
    operator.goto(f"{server.absolute_url()}/@@spaces")
    assert rows_of(operator) == ["Commune de Namur", "CPAS de Namur"]
    axe(operator, "body")
    operator.select_option("#kind", "cpas")
    follow(operator.get_by_role("button", name="Show"))
    assert rows_of(operator) == ["CPAS de Namur"]
    operator.goto(f"{server.absolute_url()}/@@spaces?sort_on=title&sort_order=descending")
    assert rows_of(operator) == ["CPAS de Namur", "Commune de Namur"]
    follow(operator.get_by_role("button", name="Take the figures of this page anew"))
    assert "were taken anew" in operator.inner_text("#content")


def test_a_space_is_made_and_its_manager_comes_in_by_the_link(
    server, operator, axe, viewport, new_page
):
    operator.goto(f"{server.absolute_url()}/@@new-space")
    axe(operator, "body")
    for name, value in {
        "title": "Commune de Huy",
        "id": "huy",
        "nis_code": "123",
        "name": "Noor Peeters",
        "email": "noor@example.be",
    }.items():
        operator.fill(f"#{name}", value)
    follow(operator.get_by_role("button", name="Make the space"))
    assert "does not have the right form" in operator.inner_text("#nis_code-fault")
    assert operator.input_value("#title") == "Commune de Huy"
    axe(operator, "body")
    operator.fill("#nis_code", "61031")
    follow(operator.get_by_role("button", name="Make the space"))
    axe(operator, "body")
    link = operator.input_value("textarea")
    assert link.startswith(f"{server.absolute_url()}/huy/passwordreset/")
    transaction.begin()
    assert entry(server, "huy").nis_code == "61031"
    secret = link.split("/")[-1].split("?")[0]
    assert secret not in str(history(server))

    page = new_page()
    page.goto(link)
    page.fill("input[name=userid]", "noor@example.be")
    page.fill("input[name=password]", "chosen-by-noor")
    page.fill("input[name=password2]", "chosen-by-noor")
    page.locator("form:has(input[name=password2]) [type=submit]").click()
    page.wait_for_load_state()
    mine = ("noor@example.be", "chosen-by-noor")
    assert ask(server, "GET", "huy/@@members", mine).status_code == 200
    for path in PAGES:
        assert ask(server, "GET", path, mine).status_code == 401


def test_an_entry_is_changed_with_its_reason(server, operator, axe, viewport):
    operator.goto(f"{server.absolute_url()}/@@space-entry?id=cpas-namur")
    axe(operator, "body")
    operator.fill("#limit", "much")
    operator.fill("#nis_code", "12")
    follow(operator.get_by_role("button", name="Save the entry"))
    assert "must be a size" in operator.inner_text("#limit-fault")
    assert operator.inner_text("#nis_code-fault")
    operator.fill("#nis_code", "92094")
    operator.fill("#limit", "4 Go")
    operator.fill("#reason", "They asked for more room.")
    follow(operator.get_by_role("button", name="Save the entry"))
    assert operator.input_value("#limit") == "4 GB"
    assert "They asked for more room." in operator.inner_text("#content")
    transaction.begin()
    last = history(server)[-1]
    assert (last.action, last.actor, last.subject) == ("entry_changed", "rita", "cpas-namur")
    assert (last.before, last.after) == ({"limit": None}, {"limit": 4 * 1000**3})


def test_a_manager_gets_a_new_link_and_the_journal_says_why(server, operator, axe, viewport):
    operator.goto(f"{server.absolute_url()}/@@space-entry?id=cpas-namur")
    operator.fill("#reason-1", "By phone, he has lost the first.")
    follow(operator.get_by_role("button", name="New link for Eva Tonnon"))
    assert "/cpas-namur/passwordreset/" in operator.input_value(".cv-secret textarea")
    axe(operator, "body")
    operator.goto(f"{server.absolute_url()}/@@server-journal?about=cpas-namur")
    axe(operator, "body")
    assert "By phone, he has lost the first." in operator.inner_text("#content")
    assert "no entry was altered" in operator.inner_text("#content").lower()


def test_nobody_else_sees_a_page_of_the_root(server):
    with entered(server, "namur") as portal:
        api.user.create(email="m@example.be", username="mia", password="password-of-mia")
        api.group.add_user(groupname="space_managers", username="mia")
        portal.acl_users.portal_role_manager.assignRolesToPrincipal(["Manager"], "mia")
    server.acl_users.users.addUser("guest", "guest", "password-of-guest")
    transaction.commit()
    others = (None, ("mia", "password-of-mia"), ("guest", "password-of-guest"))
    for path, auth in product(PAGES, others):
        assert ask(server, "GET", path, auth).status_code == 401, path
        assert ask(server, "GET", f"namur/{path}", auth).status_code in (401, 404), path
    for path in PAGES:
        answer = ask(server, "GET", path)
        assert answer.status_code == 200
        assert "no-store" in answer.headers["Cache-Control"]


def test_nothing_is_done_without_the_form_of_the_page(server):
    before = len(history(server))
    entry_page = "@@space-entry?id=cpas-namur"
    given = {"title": "Huy", "language": "fr", "login": "eva@example.be", "reason": "x"}
    for act, page, more in (
        ("make", "@@new-space", {"id": "huy"}),
        ("refresh", "@@spaces", {}),
        ("save", entry_page, {}),
        ("link", entry_page, {}),
    ):
        form = {f"do.{act}": "1", **more, **given}
        for token in ({}, {"_authenticator": "wrong"}):
            assert ask(server, "POST", page, data={**form, **token}).status_code == 403
    transaction.begin()
    assert len(history(server)) == before
    assert not has_space(server, "huy")


def test_a_refused_space_leaves_nothing_and_says_what_is_wrong(server):
    token = re.search(
        r'name="_authenticator"[^>]*value="([^"]+)"', ask(server, "GET", "@@new-space").text
    )[1]
    form = {"do.make": "1", "id": "namur", "title": "Namur", "language": "fr"}
    answer = ask(server, "POST", "@@new-space", data={**form, "_authenticator": token})
    assert answer.status_code == 409
    assert "exists already" in answer.text
    form = {**form, "id": "huy", "name": "Noor", "email": "noor"}
    answer = ask(server, "POST", "@@new-space", data={**form, "_authenticator": token})
    assert answer.status_code == 422
    transaction.begin()
    assert not has_space(server, "huy")
    assert entry(server, "huy") is None


def test_no_link_is_given_for_who_has_more_rights_than_a_manager_of_the_space(server):
    with entered(server, "cpas-namur"):
        api.user.create(email="boss@example.be", username="boss", password="password-of-boss")
        api.group.add_user(groupname="space_managers", username="boss")
        api.user.grant_roles(username="boss", roles=["Manager"])
    transaction.commit()
    assert [one.login for one in managers(server, "cpas-namur")] == ["eva@example.be"]
    text = ask(server, "GET", "@@space-entry?id=cpas-namur").text
    assert "eva@example.be" in text
    assert "boss" not in text


def test_the_files_hold_every_space_with_its_facts(server):
    text = ask(server, "GET", "@@spaces.csv?kind=cpas").content.decode("utf-8-sig")
    lines = text.splitlines()
    assert len(lines) == 2
    assert lines[1].startswith("cpas-namur;CPAS de Namur;")
    assert "They were promised a training." in lines[1]
    workbook = ask(server, "GET", "@@spaces.xlsx")
    assert workbook.content.startswith(b"PK")


def test_the_pages_speak_the_language_of_the_browser(server):
    for language in ("fr", "nl", "de", "en"):
        answer = ask(server, "GET", "@@spaces", headers={"Accept-Language": language})
        assert f'<html lang="{language}"' in answer.text.replace(
            '<html xmlns="http://www.w3.org/1999/xhtml" lang', "<html lang"
        )


def test_every_page_of_the_navigation_opens_in_the_mode_of_the_standards(server, operator):
    for name, _title, _others in NAVIGATION:
        operator.goto(f"{server.absolute_url()}/@@{name}")
        assert operator.evaluate("document.compatMode") == "CSS1Compat"
        here = operator.locator("nav [aria-current=page]").first
        assert here.get_attribute("href").endswith(f"/@@{name}")


def test_an_unknown_space_is_not_found(server):
    assert ask(server, "GET", "@@space-entry?id=nowhere").status_code == 404
    assert ask(server, "GET", "@@space-entry").status_code == 404
