"""A member says how he hears of deadlines, in a real browser."""

from browsing import follow
from collective.conventions.deadlines.calendar import addresses
from collective.conventions.deadlines.preferences import preferences_of
import pytest
import requests
import transaction


@pytest.fixture
def page(functional, people, log_in, viewport):
    page = log_in("secretary")
    page.goto(f"{functional['portal'].absolute_url()}/@@my-deadlines")
    return page


def status(address):
    return requests.get(address).status_code


def test_mails_are_chosen(page, axe):
    axe(page)
    assert page.get_by_label("One mail a day").is_checked()
    page.get_by_label("No mails").check()
    follow(page.get_by_role("button", name="Save"))
    assert page.get_by_text("Your choice is saved.").is_visible()
    assert page.get_by_label("No mails").is_checked()
    transaction.begin()
    assert preferences_of("secretary").mails == "none"


def test_an_address_is_made_shown_once_renewed_and_revoked(page, axe):
    follow(page.get_by_role("button", name="Make my calendar address"))
    axe(page)
    first = page.get_by_label("Address", exact=True).input_value()
    assert status(first) == 200
    link = page.get_by_role("link", name="Open it in the calendar of this device")
    assert link.get_attribute("href") == first.replace("http://", "webcal://")
    page.goto(page.url)
    assert first.split("/")[-2] not in page.content()
    axe(page)
    follow(page.get_by_role("button", name="Make a new address"))
    second = page.get_by_label("Address", exact=True).input_value()
    assert [status(first), status(second)] == [404, 200]
    follow(page.get_by_role("button", name="Revoke the address"))
    assert page.get_by_text("The address no longer works.").is_visible()
    assert status(second) == 404
    transaction.begin()
    assert addresses.address_of("secretary") is None


def test_the_address_is_copied_at_a_click(page):
    follow(page.get_by_role("button", name="Make my calendar address"))
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy the address").click()
    page.get_by_text("Copied.").wait_for()
    address = page.get_by_label("Address", exact=True).input_value()
    assert page.evaluate("navigator.clipboard.readText()") == address


def test_nothing_is_wider_than_the_screen(page):
    follow(page.get_by_role("button", name="Make my calendar address"))
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
