"""The check and the comparison of a text in a real browser."""

from agreements import article
from agreements import sound
from browsing import follow
from collective.conventions.content.convention import IConvention
from dataclasses import asdict
from factories import make_convention
from factories import make_partner
from plone import api
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent
import pytest
import transaction


def rows(text):
    return [asdict(part) for part in text]


@pytest.fixture
def convention(functional, people):
    """A convention whose text was changed once, and bears article 1 twice."""
    portal = functional["portal"]
    with api.env.adopt_roles(["Manager"]):
        partners = [
            make_partner(portal, "Ville de Montbrun"),
            make_partner(portal, "Les Ateliers du Pont"),
        ]
        made = make_convention(portal, partners, text=rows(sound()))
        made.text = rows((*sound()[:4], article(1, "Encore un objet.", "Suite"), *sound()[4:]))
        notify(ObjectModifiedEvent(made, Attributes(IConvention, "text")))
    transaction.commit()
    return made


def test_a_finding_is_read_and_excepted_with_a_reason(convention, log_in, axe):
    page = log_in("secretary")
    page.goto(f"{convention.absolute_url()}")
    follow(page.locator("#cv-check ~ .cv-actions a").first)
    severe = page.locator(".ck-severe .ck-lines > li")
    assert severe.count() == 2
    axe(page)
    severe.last.locator("summary").click()
    axe(page)
    severe.last.locator("textarea").fill("So voted.")
    follow(severe.last.locator("button"))
    assert page.locator(".ck-severe .ck-lines > li").count() == 1
    assert "So voted." in page.locator("#ck-accepted ~ .ck-lines").inner_text()
    axe(page)
    follow(page.locator("button[name=take_back]"))
    assert page.locator(".ck-severe .ck-lines > li").count() == 2


def test_a_reader_sees_the_findings_and_makes_no_exception(convention, log_in):
    page = log_in("reader")
    page.goto(f"{convention.absolute_url()}/@@check")
    assert page.locator(".ck-severe .ck-lines > li").count() == 2
    assert page.locator(".ck-except").count() == 0


def test_a_text_is_compared_with_the_one_before(convention, log_in, axe):
    page = log_in("secretary")
    page.goto(f"{convention.absolute_url()}/@@compare")
    options = page.locator("#cp-before option")
    value = next(
        one.get_attribute("value")
        for one in options.all()
        if one.get_attribute("value").startswith("version:")
    )
    page.select_option("#cp-before", value)
    follow(page.locator(".cp-go button"))
    added = page.locator(".cp-body ins")
    assert added.count() == 1
    assert "Encore un objet." in added.inner_text()
    assert "underline" in added.evaluate("one => getComputedStyle(one).textDecorationLine")
    assert added.locator(".visually-hidden").count() == 2
    axe(page)


def test_both_pages_fit_a_phone_and_print(convention, log_in, viewport):
    page = log_in("secretary")
    for name in ("@@check", "@@compare"):
        page.goto(f"{convention.absolute_url()}/{name}")
        wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wide <= 0
    page.emulate_media(media="print")
    assert not page.locator(".cp-form").is_visible()
