"""A real browser before a real server: pages, logging in, and the rules of accessibility."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright
import os
import pytest


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


def follow(locator):
    """Click, and wait for the page that it leads to: an assertion must not read the one before."""
    with locator.page.expect_navigation():
        locator.click()


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


def sign_in(page, url, name, password=PASSWORD):
    """Log in through the login form of the site at ``url``."""
    page.goto(f"{url}/login")
    page.fill("#__ac_name", name)
    page.fill("#__ac_password", password)
    page.click("#buttons-login")
    page.wait_for_selector("body.userrole-authenticated")


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
