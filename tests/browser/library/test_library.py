"""The library in a real browser: found, adapted, written, tried, and a text made from it."""

from browser.examples import city
from browser.examples import collaboration
from browser.examples import region
from browsing import follow
from collective.conventions.documents.filling.sandbox import BLANK
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest
import transaction


@pytest.fixture
def convention(functional, people):
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    found = collaboration(portal, city(portal), region(portal))
    transaction.commit()
    return found


@pytest.fixture
def site(functional):
    return functional["portal"].absolute_url()


@pytest.fixture
def model(functional, people):
    """A model of the space's own, in its second version."""
    rows = [{"part": "article", "title": "Objet", "body": "<p>{{ convention.title }}</p>"}]
    with api.env.adopt_roles(["Manager"]):
        made = api.content.create(
            functional["portal"]["library"], "Model", title="Le nôtre", kind="convention", text=rows
        )
    transaction.commit()
    return made


def fits(page, viewport):
    return page.evaluate("document.querySelector('#content').scrollWidth") <= viewport["width"]


def test_a_shipped_model_is_found_read_and_tried(convention, site, log_in, axe, viewport):
    page = log_in("author")
    page.goto(f"{site}/@@library")
    axe(page)
    assert fits(page, viewport)
    assert page.locator(".lb-models form").count() == 0
    page.goto(f"{site}/@@library?language=nl")
    assert page.locator("#lb-convention ~ .lb-models > li").count() == 2
    page.goto(f"{site}/library/@@model?name=shipped:collaboration-fr@1")
    axe(page)
    assert "{% for" in page.locator(".lb-text").inner_text()
    page.select_option("#lb-convention", convention.UID())
    follow(page.locator(".lb-try button"))
    assert "{% for" not in page.locator(".lb-text").inner_text()
    axe(page)
    assert fits(page, viewport)


def test_a_manager_adapts_and_an_error_is_told(convention, site, log_in, axe, viewport):
    page = log_in("space-manager")
    page.goto(f"{site}/library/@@model?name=shipped:partnership-fr@1")
    follow(page.locator(".cv-actions form button"))
    axe(page)
    assert "/library/" in page.url
    page.goto(page.locator(".tx-tools a").nth(4).get_attribute("href"))
    page.evaluate("document.querySelector('#tx-body').value = '<p>{{ convention.titel }}</p>'")
    page.evaluate("window.tinymce && tinymce.remove()")
    page.evaluate("document.querySelector('#tx-body').value = '<p>{{ convention.titel }}</p>'")
    follow(page.locator(".tx-edit form .btn-primary"))
    assert "convention.title" in page.locator(".cf-problems").inner_text()
    axe(page)


def test_a_clause_is_put_in_and_the_version_counts(model, log_in, axe):
    page = log_in("space-manager")
    page.goto(model.absolute_url())
    page.select_option("#lb-clause", "shipped:clause-data-fr@1")
    follow(page.locator("form[action$=insert-clause] button"))
    axe(page)
    assert "shipped:clause-data-fr@1" in page.locator(".lb-text").inner_text()
    assert page.locator("#lb-versions ~ ul > li").count() == 2
    follow(page.locator("#lb-versions ~ ul > li a").last)
    assert page.locator(".tx-tools").count() == 0


def test_the_fields_are_listed_to_be_copied(people, site, log_in, axe, viewport):
    page = log_in("author")
    page.goto(f"{site}/library/@@model-fields")
    axe(page)
    assert fits(page, viewport)
    assert page.locator("#mf-party-name").inner_text() == "{{ party.name }}"
    button = page.locator("[data-copies=mf-party-name]")
    button.click()
    page.wait_for_function(
        "document.querySelector('[data-copies=mf-party-name]').nextElementSibling.textContent"
    )


def test_a_draft_takes_its_text_from_a_model(convention, log_in, axe, viewport):
    page = log_in("author")
    page.goto(convention.absolute_url())
    follow(page.locator("#cv-text ~ .cv-actions a[href$=make-text]"))
    axe(page)
    page.select_option("#lb-model", "shipped:collaboration-fr@1")
    follow(page.locator(".lb-try button"))
    axe(page)
    assert fits(page, viewport)
    assert BLANK not in page.locator(".lb-text").inner_text()
    follow(page.locator("form[method=post] .btn-primary"))
    assert page.url.endswith("/@@text")
    page.goto(convention.absolute_url())
    assert "shipped" not in page.locator("#cv-text ~ dl").inner_text()
    axe(page)


def test_a_reader_makes_no_text(convention, log_in):
    page = log_in("reader")
    page.goto(f"{convention.absolute_url()}/@@make-text")
    assert page.url.endswith("/insufficient-privileges")


def test_a_model_is_added_with_its_form(people, site, log_in, axe):
    page = log_in("space-manager")
    page.goto(f"{site}/library/++add++Model")
    axe(page)
    page.fill("#form-widgets-title", "Une lettre")
    assert not page.locator("#formfield-form-widgets-purpose").is_visible()
    page.locator("#form-widgets-kind").select_option("letter")
    page.locator("#form-widgets-purpose").select_option("dunning")
    follow(page.locator("#form-buttons-save"))
    assert page.locator("h1").inner_text() == "Une lettre"
    axe(page)
