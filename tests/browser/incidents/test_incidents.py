"""An incident from the report of a member to the end of a suspension, on the pages."""

from browsing import follow
from browsing import PASSWORD
from browsing import sign_in
from collective.conventions.server.incidents import incidents
from collective.conventions.server.provision import create_space
from collective.conventions.server.spaces import entered
from collective.conventions.server.suspension import is_suspended
from factories import make_operator
from plone import api
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
import pytest
import requests
import transaction


OPERATOR = ("rita", "a password of tests")


@pytest.fixture
def app(functional):
    app = functional["app"]
    login(app, SITE_OWNER_NAME)
    create_space(app, "namur", "Ville de Namur")
    with entered(app, "namur"):
        for name, group in (("reader", "convention_readers"), ("head", "space_managers")):
            api.user.create(email=f"{name}@example.be", username=name, password=PASSWORD)
            api.group.add_user(groupname=group, username=name)
    make_operator(app, *OPERATOR)
    transaction.commit()
    return app


@pytest.fixture
def operator(app, new_page):
    """The operator's browser."""
    name, password = OPERATOR
    return new_page(http_credentials={"username": name, "password": password})


def settled(app):
    transaction.begin()
    return incidents(app)[0]


def send(page, kind):
    """Open the form of a step, and send it as it is filled in."""
    follow(page.locator(f'[name="do.{kind}"]'))


def open_step(page, kind):
    step = page.locator(".ci-step", has=page.locator(f'[name="do.{kind}"]'))
    step.locator("summary").click()
    return step


def test_from_the_report_to_the_end(app, operator, new_page, axe):
    space = f"{app.absolute_url()}/namur"
    member = new_page()
    sign_in(member, space, "reader")
    member.goto(f"{space}/@@report-incident")
    follow(member.locator('[name="do.report"]'))
    # Nothing of what was typed is lost, and what lacks is said.
    assert member.locator("#cf-problems li").count() >= 2
    axe(member)
    member.locator("#cf-kind").select_option("intrusion")
    member.locator("#cf-title").fill("Logins at <night>")
    member.locator("#cf-text").fill("Three of them, from abroad.")
    follow(member.locator('[name="do.report"]'))
    assert member.locator("h3").inner_text().startswith("Logins at <night>")
    axe(member)

    operator.goto(f"{app.absolute_url()}/@@incidents")
    axe(operator, "body")
    follow(operator.get_by_role("link", name="Logins at <night>"))
    axe(operator, "body")
    step = open_step(operator, "triaged")
    step.locator("select").select_option("grave")
    step.locator("textarea").fill("Somebody tries passwords.")
    send(operator, "triaged")
    step = open_step(operator, "asked")
    step.locator("textarea").fill("Whose accounts are these?")
    send(operator, "asked")
    assert settled(app).severity == "grave"
    assert settled(app).awaits_answer

    head = new_page()
    sign_in(head, space, "head")
    head.goto(f"{space}/@@report-incident")
    axe(head)
    head.locator('form:has([name="do.answer"]) textarea').fill("Of two former colleagues.")
    follow(head.locator('[name="do.answer"]'))
    assert settled(app).steps[-1].reason == "Of two former colleagues."

    operator.reload()
    step = open_step(operator, "suspended")
    step.locator("textarea").fill("Until the accounts are closed.")
    send(operator, "suspended")
    # Who is meant was not said: the form is still open, with what was typed.
    assert operator.locator("#cf-problems").is_visible()
    axe(operator, "body")
    step = operator.locator(".ci-step[open]")
    assert step.locator("textarea").input_value() == "Until the accounts are closed."
    step.locator("select").select_option("space")
    send(operator, "suspended")
    assert operator.locator(".cv-verdict-bad").is_visible()
    transaction.begin()
    assert is_suspended(app["namur"]).reason == "Until the accounts are closed."

    for page in (member, head):
        assert page.goto(f"{space}/conventions").status == 503
        axe(page, "body")
    step = open_step(operator, "reinstated")
    step.locator("textarea").fill("They are closed.")
    send(operator, "reinstated")
    assert member.goto(f"{space}/conventions").status == 200


def test_the_pages_fit_and_hold_at_both_widths(app, new_page, viewport, axe):
    space = f"{app.absolute_url()}/namur"
    name, password = OPERATOR
    # Colours that are still changing have no contrast yet.
    page = new_page(
        http_credentials={"username": name, "password": password}, reduced_motion="reduce"
    )
    page.goto(f"{app.absolute_url()}/@@incidents")
    page.locator("details summary").first.click()
    axe(page, "body")
    page.locator("#cf-space").select_option("namur")
    page.locator("#cf-kind").select_option("misuse")
    page.locator("#cf-title").fill("A very busy program")
    page.locator("#cf-text").fill("It asks a thousand times a minute.")
    follow(page.locator('[name="do.report"]'))
    for summary in page.locator("details summary").all():
        summary.click()
    axe(page, "body")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    step = page.locator(".ci-step", has=page.locator('[name="do.suspended"]'))
    step.locator("select").select_option("space")
    step.locator("textarea").fill("It does not stop.")
    send(page, "suspended")
    page.goto(f"{app.absolute_url()}/@@incidents")
    page.locator("#cf-contact-desk").fill("Helpdesk of the server")
    page.locator("#cf-contact-phone").fill("081 12 34 56")
    page.locator("#cf-contact-email").fill("helpdesk-of-the-server@conventions.example.be")
    follow(page.locator('[name="do.contact"]'))
    closed = new_page(java_script_enabled=False)
    assert closed.goto(space).status == 503
    assert closed.get_by_role("link", name="081 12 34 56").is_visible()
    closed = new_page()
    closed.goto(space)
    axe(closed, "body")
    assert closed.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("path", ["@@incidents", "@@incident?id=2026-00001"])
def test_nobody_else_reads_the_operators_pages(app, path):
    for auth in (None, ("reader", PASSWORD), ("head", PASSWORD)):
        answer = requests.get(
            f"{app.absolute_url()}/{path}", auth=auth, allow_redirects=False, timeout=60
        )
        assert answer.status_code in (302, 401)


def test_a_form_of_another_site_is_refused(app):
    form = {"do.contact": "1", "desk": "Forged"}
    answer = requests.post(
        f"{app.absolute_url()}/@@incidents", data=form, auth=OPERATOR, timeout=60
    )
    assert answer.status_code == 403
    form = {"do.report": "1", "kind": "other", "title": "Forged", "text": "Forged"}
    url = f"{app.absolute_url()}/namur/@@report-incident"
    answer = requests.post(url, data=form, auth=("reader", PASSWORD), timeout=60)
    assert answer.status_code == 403
    transaction.begin()
    assert incidents(app) == []
