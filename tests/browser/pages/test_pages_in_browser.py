"""The pages in a real browser, at a desk and on a phone: readable, and open to everybody."""

from browser.examples import annex
from browser.examples import city
from browser.examples import collaboration
from browser.examples import invoice
from browser.examples import region
from browser.examples import signed
from browsing import follow
from collective.conventions.clock import today
from collective.conventions.lifecycle.steps import take
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest
import transaction


@pytest.fixture
def places(functional, people):
    """The address of each page of a space with a few conventions."""
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    town, centre = city(portal), region(portal)
    draft = collaboration(portal, town, centre, title="Draft", council_date=None)
    draft.responsible = ["space-manager"]
    convention = signed(collaboration(portal, town, centre, remarks="A remark."))
    take(collaboration(portal, town, centre, title="Approved"), "approve", today())
    paper = annex(convention, "Processus du domaine GRC", number="1")
    document = invoice(convention, town, centre)
    transaction.commit()
    return {
        "space": portal.absolute_url(),
        "convention": convention.absolute_url(),
        "draft": draft.absolute_url(),
        "journal": f"{convention.absolute_url()}/@@journal",
        "journals": f"{portal.absolute_url()}/@@journals",
        "partner": town.absolute_url(),
        "annex": paper.absolute_url(),
        "invoice": document.absolute_url(),
    }


def test_every_page_is_accessible_and_fits(places, log_in, viewport, axe):
    page = log_in("space-manager")
    for name, url in places.items():
        page.goto(url)
        assert page.locator("#content h1").count() == 1, name
        axe(page)
        width = page.evaluate("document.querySelector('#content').scrollWidth")
        assert width <= viewport["width"], name


def test_an_empty_space_is_accessible(functional, people, log_in, viewport, axe):
    page = log_in("author")
    page.goto(functional["portal"].absolute_url())
    assert page.get_by_role("link", name="Add a partner").count() == 1
    axe(page)


def test_the_public_finds_a_door_and_nothing_else(places, new_page, viewport, axe):
    page = new_page()
    page.goto(places["space"])
    axe(page)
    assert "Draft" not in page.inner_text("body")
    assert page.locator("#content a").all_inner_texts() == ["Log in"]
    page.click("#content a")
    assert page.locator("#__ac_name").count() == 1


def test_from_the_landing_page_to_the_step(places, log_in):
    page = log_in("secretary")
    page.goto(places["space"])
    follow(page.get_by_role("link", name="Draft", exact=True).first)
    assert page.get_by_text("Date of the Council's decision:").count() == 1
    link = page.locator(".cv-actions a").first
    assert link.get_attribute("href").endswith("/@@step?step=approve")


def test_paper_carries_the_agreement_and_no_navigation(places, log_in):
    page = log_in("secretary")
    page.goto(places["convention"])
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 680, "height": 960})
    for gone in ("#mainnavigation-wrapper", "#edit-zone", ".cv-actions", "#portal-footer-wrapper"):
        found = page.locator(gone)
        assert found.count(), gone
        assert not found.first.is_visible(), gone
    assert page.locator("#cv-parties").is_visible()
    assert page.locator(".cv-page").bounding_box()["x"] < 20
