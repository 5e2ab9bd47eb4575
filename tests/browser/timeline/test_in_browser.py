"""The dates of a convention in a real browser, at a desk and on a phone."""

from browser.examples import city
from browser.examples import collaboration
from browser.examples import region
from browser.examples import signed
from browser.timeline.conftest import C13
from browsing import follow
from collective.conventions.clock import today
from datetime import timedelta
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest
import transaction


@pytest.fixture
def url(functional, people):
    """The address of a convention that is renewed by itself."""
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    decided = today() - timedelta(days=400)
    values = {**C13, "college_date": decided, "council_date": decided}
    convention = collaboration(portal, city(portal), region(portal), **values)
    signed(convention, today() - timedelta(days=180))
    transaction.commit()
    return convention.absolute_url()


def fits(page, viewport):
    return page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


def test_one_picture_is_shown_with_its_table(url, log_in, viewport, axe):
    page = log_in("secretary")
    page.goto(url)
    assert page.locator(".cd-timeline svg[role=img]:visible").count() == 1
    table = page.locator(".cd-table table")
    assert not table.is_visible()
    page.locator(".cd-table summary").click()
    assert table.is_visible()
    page.locator(".cd-why summary").click()
    axe(page)
    assert fits(page, viewport)


def test_labels_of_the_picture_lie_apart_as_the_browser_draws_them(url, log_in, viewport):
    page = log_in("reader")
    page.goto(url)
    boxes = page.evaluate(
        """[...document.querySelectorAll('.cd-timeline svg[role=img] .cd-entry text')]
            .map(text => text.getBoundingClientRect()).filter(box => box.width)
            .map(box => [box.left, box.top + 3, box.right, box.bottom - 3])"""
    )
    assert len(boxes) > 10
    for place, (left, top, right, bottom) in enumerate(boxes):
        for other in boxes[place + 1 :]:
            apart = right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top
            assert apart


def test_from_the_page_to_a_supposed_notice(url, log_in, viewport, axe):
    page = log_in("reader")
    page.goto(url)
    follow(page.get_by_role("link", name="What if"))
    axe(page)
    page.fill("#day", today().isoformat())
    follow(page.get_by_role("button", name="Show"))
    assert page.get_by_role("heading", name="If notice is given on").is_visible()
    assert page.locator(".cd-sides svg:visible").count() == 2
    assert page.get_by_text("Moves to an earlier day").first.is_visible()
    axe(page)
    assert fits(page, viewport)


def test_a_date_is_set_and_taken_back(url, log_in, viewport, axe):
    page = log_in("secretary")
    page.goto(f"{url}/@@set-date?key=ends")
    axe(page)
    follow(page.get_by_role("button", name="Set the date"))
    assert page.locator(".cf-fault").count() == 2
    axe(page)
    page.fill("#set-day", (today() + timedelta(days=3000)).isoformat())
    page.fill("#set-reason", "Settled.")
    follow(page.get_by_role("button", name="Set the date"))
    assert page.locator("#cv-overrides").is_visible()
    assert fits(page, viewport)
    follow(page.locator("[aria-labelledby=cv-overrides] a"))
    follow(page.get_by_role("button", name="Take it back"))
    assert page.locator("#cv-overrides").count() == 0
