"""The settings of a space in a real browser: saved, refused, begun with."""

from browsing import follow
from collective.conventions.server.contact import Contact
from collective.conventions.server.contact import set_contact
from collective.conventions.settings.changing import change
from collective.conventions.settings.reading import settings
from zope.globalrequest import getRequest
import pytest
import transaction


@pytest.fixture
def page(functional, people, log_in):
    """The page of the settings, from the landing page on."""
    desk = Contact("Maintenance desk", "081 24 06 11", "desk@example.be")
    set_contact(functional["app"], desk)
    transaction.commit()
    page = log_in("space-manager")
    page.goto(functional["portal"].absolute_url())
    follow(page.get_by_role("link", name="Settings of the space"))
    return page


def now():
    transaction.begin()
    getRequest().other.pop("_plone_registry_cache", None)
    return settings()


def save(page):
    follow(page.get_by_role("button", name="Save the settings"))


def test_settings_are_saved(page, axe):
    axe(page)
    page.get_by_label("Kind").select_option("subsidy")
    page.get_by_label("Monetary").uncheck()
    page.get_by_label("Notice given by").select_option("registered")
    page.get_by_label("Telephone").fill("081 00 00 00")
    page.get_by_label("Address of the space").fill("conventions.example.be/namur")
    save(page)
    assert page.get_by_text("The settings are saved.").is_visible()
    found = now()
    assert (found["kind"], found["monetary"], found["help_phone"], found["address"]) == (
        "subsidy",
        False,
        "081 00 00 00",
        "https://conventions.example.be/namur",
    )
    page.get_by_label("Kind").select_option("")
    save(page)
    assert now()["kind"] is None


def test_what_is_wrong_stands_beside_it_and_nothing_is_lost(page, axe):
    before = now()
    page.get_by_label("Kind").select_option("subsidy")
    page.get_by_label("Notice", exact=True).fill("many")
    page.get_by_label("E-mail address").fill("nobody")
    save(page)
    alert = page.get_by_role("alert")
    assert alert.get_by_role("link").all_inner_texts() == ["Notice"]
    page.get_by_label("Notice", exact=True).fill("3")
    save(page)
    assert alert.get_by_role("link").all_inner_texts() == ["E-mail address"]
    assert page.get_by_label("Kind").input_value() == "subsidy"
    axe(page)
    assert now() == before


def test_the_series_of_invoices_and_the_way_to_the_letters(page, axe):
    region = page.get_by_role("region", name="Invoices", exact=True)
    assert region.get_by_label("Series of credit notes").input_value() == "NC"
    region.get_by_label("Series of invoices").fill("nc")
    save(page)
    alert = page.get_by_role("alert")
    assert alert.get_by_role("link").all_inner_texts() == [
        "Series of invoices",
        "Series of credit notes",
    ]
    axe(page)
    region.get_by_label("Series of invoices").fill("A")
    save(page)
    assert now()["invoice_series"] == "A"
    follow(region.get_by_role("link", name="Which letters are written"))
    assert page.get_by_role("region", name="When each letter can go").is_visible()


def test_what_the_operator_sets_is_shown(page):
    region = page.get_by_role("region", name="Set by the maintenance team")
    assert region.get_by_text("Maintenance desk").is_visible()
    assert region.get_by_role("link", name="081 24 06 11").is_visible()
    assert region.get_by_role("textbox").count() == 0


def test_the_page_fits(page, viewport, axe):
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= viewport["width"]


def test_a_new_convention_begins_with_them(functional, people, log_in):
    change({"kind": "subsidy", "monetary": False, "notice_count": 3, "text_language": "nl"})
    transaction.commit()
    page = log_in("secretary")
    page.goto(f"{functional['portal'].absolute_url()}/conventions/++add++Convention")
    assert page.locator("[name='form.widgets.kind']").input_value() == "subsidy"
    assert not page.get_by_label("Monetary").is_checked()
    assert page.locator("[name='form.widgets.notice_count']").input_value() == "3"
    page.get_by_label("Monetary").check()
    follow(page.get_by_role("button", name="Save"))
    assert page.get_by_role("alert").first.is_visible()
    assert page.get_by_label("Monetary").is_checked()
    page.get_by_label("Monetary").uncheck()
    page.locator("[name='form.widgets.notice_count']").fill("")
    follow(page.get_by_role("button", name="Save"))
    assert not page.get_by_label("Monetary").is_checked()
    assert page.locator("[name='form.widgets.notice_count']").input_value() == ""
