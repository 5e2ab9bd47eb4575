"""The page on which a letter is made from a model, in a real browser."""

from browser.examples import city
from browser.examples import collaboration
from browser.examples import region
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest
import transaction


@pytest.fixture
def url(functional, people):
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    found = collaboration(portal, city(portal), region(portal))
    transaction.commit()
    return found.absolute_url()


def test_a_letter_is_made_from_a_model(url, log_in, viewport, axe):
    page = log_in("secretary")
    page.goto(f"{url}/@@letter")
    axe(page)
    assert page.evaluate("document.querySelector('#content').scrollWidth") <= viewport["width"]
    page.get_by_label("Model").select_option("shipped:letter-non-renewal-fr@1")
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Make the paper").click()
    assert waiting.value.suggested_filename.endswith(".pdf")


def test_the_model_and_the_day_that_another_page_proposes_are_filled_in(url, log_in):
    page = log_in("secretary")
    page.goto(f"{url}/@@letter?purpose=termination&end=2027-12-31")
    assert page.locator("#cf-model").input_value() == "shipped:letter-termination-fr@1"
    assert page.locator("#cf-end").input_value() == "2027-12-31"
    page.goto(f"{url}/@@letter?purpose=song&end=soon")
    assert page.locator("#cf-model").input_value() and not page.locator("#cf-end").input_value()


def test_nobody_writes_to_himself(url, log_in, axe):
    page = log_in("secretary")
    page.goto(f"{url}/@@letter")
    page.locator("#cf-recipient").select_option(label="Ville de Bruxelles")
    page.locator("#cf-sender").select_option(label="Ville de Bruxelles")
    page.get_by_role("button", name="Make the paper").click()
    page.wait_for_selector("#formfield-cf-recipient .cf-fault")
    axe(page)


def test_who_does_not_see_the_convention_writes_no_letter_about_it(url, log_in):
    page = log_in("signer")
    assert page.request.get(f"{url}/@@letter", max_redirects=0).status in (302, 401, 403)
