"""The pages of the decree: drafted, edited, downloaded, decided, in a real browser."""

from browser.examples import annex
from browser.examples import city
from browser.examples import collaboration
from browser.examples import region
from browsing import follow
from collective.conventions.clock import today
from collective.conventions.exchange.fingerprint import fingerprint
from datetime import timedelta
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import json
import pytest
import transaction


SITTING = today() - timedelta(days=3)


@pytest.fixture
def convention(functional, people):
    """A draft that waits for the Council."""
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    found = collaboration(
        portal,
        city(portal),
        region(portal),
        council_date=None,
        council_number=None,
        council_sitting=SITTING,
        folder_reference="2367107",
        agenda_number="123",
    )
    annex(found, "Analyse des risques", number="2", publication="secretariat")
    transaction.commit()
    return found


@pytest.fixture
def url(convention):
    return convention.absolute_url()


def fits(page, viewport):
    return page.evaluate("document.querySelector('#content').scrollWidth") <= viewport["width"]


def test_a_decree_is_drafted_and_read(url, log_in, viewport, axe):
    page = log_in("secretary")
    page.goto(f"{url}/@@decree")
    axe(page)
    follow(page.get_by_role("button", name="French"))
    sheet = page.locator(".cd-sheet")
    assert sheet.get_attribute("lang") == "fr"
    text = sheet.inner_text()
    assert "LE CONSEIL COMMUNAL" in text
    assert "2367107" in text
    assert "à consulter au secrétariat" in text
    follow(page.get_by_role("button", name="Dutch"))
    assert page.locator(".cd-sheet").count() == 2
    axe(page)
    assert fits(page, viewport)


def test_parts_are_edited_as_rich_text(url, log_in, viewport, axe):
    page = log_in("secretary")
    page.goto(f"{url}/@@decree")
    follow(page.get_by_role("button", name="French"))
    follow(page.get_by_role("link", name="Edit French"))
    editor = page.frame_locator("#cd-considerations_ifr").locator("body")
    editor.wait_for()
    axe(page)
    assert fits(page, viewport)
    editor.click()
    page.keyboard.press("Control+End")
    page.keyboard.press("Enter")
    page.keyboard.type("Considérant autre chose ;")
    follow(page.get_by_role("button", name="Save"))
    assert "Considérant autre chose ;" in page.locator(".cd-sheet").inner_text()


def test_the_files_are_offered(url, log_in):
    page = log_in("reader")
    page.goto(f"{url}/@@decree")
    assert page.get_by_role("button", name="French").count() == 0
    editor = log_in("secretary")
    editor.goto(f"{url}/@@decree")
    follow(editor.get_by_role("button", name="French"))
    follow(editor.get_by_role("button", name="Dutch"))
    page.reload()
    found = page.locator("[aria-labelledby=cd-files] a")
    begins = {}
    for address in found.evaluate_all("links => links.map(link => link.href)"):
        answer = page.request.get(address)
        assert answer.ok, address
        begins[address.rpartition("@@")[2]] = answer.body()[:5]
    assert begins["decree.pdf"] == begins["decree.pdf?beside=1"] == b"%PDF-"
    assert begins["decree.docx"][:2] == begins["decision-package"][:2] == b"PK"
    assert page.get_by_role("link", name="Edit French").count() == 0


def test_what_the_council_adopts_is_approved(convention, url, log_in, viewport, axe):
    page = log_in("secretary")
    page.goto(f"{url}/@@decree")
    follow(page.get_by_role("link", name="Record a decision"))
    axe(page)
    page.get_by_label("Body").select_option("council")
    page.get_by_label("Sitting").fill(SITTING.isoformat())
    follow(page.get_by_role("button", name="Record"))
    assert page.locator(".cf-problems").count() == 1
    axe(page)
    page.get_by_label("Number").fill("17")
    follow(page.get_by_role("button", name="Record"))
    assert page.locator(".cv-standing").inner_text().startswith("Adopted")
    transaction.begin()
    assert api.content.get_state(convention) == "council_approved"
    assert fits(page, viewport)


def test_a_decision_that_comes_back_is_read(convention, url, log_in, viewport, axe):
    page = log_in("secretary")
    page.goto(f"{url}/@@decision")
    axe(page)
    told = {
        "format": "collective.conventions/decision",
        "version": 1,
        "id": convention.UID(),
        "fingerprint": "0" * 64,
        "body": "council",
        "sitting": SITTING.isoformat(),
        "outcome": "adopted",
        "number": "17",
    }

    def send(decision):
        data = json.dumps(decision).encode()
        file = {"name": "decision.json", "mimeType": "application/json", "buffer": data}
        page.set_input_files("#cd-file", file)
        follow(page.get_by_role("button", name="Record"))

    send({**told, "outcome": "kept"})
    assert page.locator(".cf-problems li").count() == 1
    axe(page)
    send(told)
    assert "another text" in page.locator(".cf-problems").inner_text()
    send({**told, "fingerprint": fingerprint(convention)})
    assert page.locator(".cv-standing").inner_text().startswith("Adopted")
