"""A real browser before a real server: people, pages and the rules of accessibility.

A test makes its content in the portal, commits, lets somebody of ``PEOPLE`` log in and looks::

    def test_something(functional, people, log_in, axe):
        page = log_in("secretary")
        page.goto(functional["portal"].absolute_url() + "/conventions")
        axe(page)
"""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright
from plone import api
import os
import pytest
import transaction


CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
DESKTOP = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
PASSWORD = "a password of tests"

#: A member of each group of a space, by login name.
PEOPLE = {
    "author": "convention_authors",
    "secretary": "council_secretaries",
    "signer": "signature_officers",
    "accountant": "finance_officers",
    "reader": "convention_readers",
    "space-manager": "space_managers",
}


@pytest.fixture(scope="session")
def browser():
    """One browser for all tests; each test gets a context (cookies, size) of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(params=[DESKTOP, PHONE], ids=["desktop", "phone"])
def viewport(request):
    """Ask for this where a test is to run at both widths."""
    return request.param


@pytest.fixture
def new_page(browser, request):
    """Make pages, each with cookies of its own: ``new_page()`` or ``new_page(viewport)``."""
    contexts = []
    size = request.getfixturevalue("viewport") if "viewport" in request.fixturenames else DESKTOP

    def new_page(viewport=size, **options):
        context = browser.new_context(viewport=viewport, **options)
        context.set_default_timeout(15000)
        contexts.append(context)
        return context.new_page()

    yield new_page
    for context in contexts:
        context.close()


@pytest.fixture
def people(functional):
    """The members of ``PEOPLE``, ready to log in."""
    with api.env.adopt_roles(["Manager"]):
        for name, group in PEOPLE.items():
            api.user.create(email=f"{name}@example.org", username=name, password=PASSWORD)
            api.group.add_user(groupname=group, username=name)
    transaction.commit()
    return PEOPLE


@pytest.fixture
def log_in(functional, new_page):
    """Log a member in through the login form; returns the page."""

    def log_in(name, password=PASSWORD, **options):
        page = new_page(**options)
        page.goto(f"{functional['portal'].absolute_url()}/login")
        page.fill("#__ac_name", name)
        page.fill("#__ac_password", password)
        page.click("#buttons-login")
        page.wait_for_selector("body.userrole-authenticated")
        return page

    return log_in


@pytest.fixture
def axe():
    """Hold that a part of a page (``#content``) has no violation of accessibility."""
    checker = Axe()

    def axe(page, selector="#content"):
        results = checker.run(page, context={"include": [[selector]]})
        violations = [
            f"{found['id']}: {found['help']}\n  " + "\n  ".join(n["html"] for n in found["nodes"])
            for found in results.response["violations"]
        ]
        assert not violations, "\n".join(violations)

    return axe
