"""The page on which a paper is chosen, in a real browser, and the files it leads to."""

from browser.examples import city
from browser.examples import collaboration
from browser.examples import region
from browsing import follow
from dataclasses import asdict
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest
import transaction
import written


@pytest.fixture
def convention(functional, people):
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    found = collaboration(portal, city(portal), region(portal))
    found.text = [asdict(part) for part in written.TEXT]
    transaction.commit()
    return found


@pytest.fixture
def url(convention):
    return convention.absolute_url()


def test_a_paper_is_chosen_and_read(url, log_in, viewport, axe):
    page = log_in("secretary")
    page.goto(f"{url}/@@paper")
    axe(page)
    assert "draft" in page.locator(".cv-lead").inner_text()
    assert page.evaluate("document.querySelector('#content').scrollWidth") <= viewport["width"]
    page.get_by_label("Format").select_option("html")
    page.get_by_label("Copy or original").select_option("2")
    follow(page.get_by_role("button", name="Make the paper"))
    assert page.url.endswith("/@@paper.html?original=2")
    assert page.get_by_role("heading", level=1).inner_text() == "Convention de mise à disposition"
    assert page.get_by_role("heading", level=2).count() == 7
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


def test_what_cannot_be_is_told_beside_its_question(url, log_in, axe):
    page = log_in("secretary")
    page.goto(f"{url}/@@paper?format=docx&original=all")
    axe(page)
    assert "PDF only" in page.locator("#formfield-cf-original").inner_text()
    page.goto(f"{url}/@@paper?format=odt&original=copy")
    assert page.locator(".cf-fault").count() >= 1


def test_files_can_neither_run_nor_fetch_anything(url, log_in):
    page = log_in("secretary")
    for ending, how in (("pdf", "inline"), ("docx", "attachment"), ("html", "inline")):
        answer = page.request.get(f"{url}/@@paper.{ending}")
        assert answer.status == 200
        told = answer.headers
        assert told["content-disposition"].startswith(how)
        assert told["x-content-type-options"] == "nosniff"
        assert told["cache-control"] == "private, no-store"
    assert told["content-security-policy"].startswith("default-src 'none'")


def test_without_a_text_the_page_says_so(convention, url, log_in, axe):
    convention.text = []
    transaction.commit()
    page = log_in("secretary")
    page.goto(f"{url}/@@paper")
    axe(page)
    assert "no text yet" in page.locator(".cv-empty").inner_text()
    assert page.request.get(f"{url}/@@paper.pdf").status == 404
