"""The page of reminders: rules are saved or refused, mails foreseen, sent ones listed."""

from browsing import follow
from browsing import PASSWORD
from collective.conventions.clock import today
from collective.conventions.deadlines.reminders.address import recorded_address
from collective.conventions.deadlines.reminders.plan import plan
from collective.conventions.deadlines.reminders.rules import DEFAULTS
from collective.conventions.deadlines.reminders.rules import Rule
from collective.conventions.deadlines.reminders.rules import set_space_rules
from collective.conventions.deadlines.reminders.rules import space_rules
from collective.conventions.deadlines.reminders.run import run
from collective.conventions.deadlines.reminders.settings import ADDRESS
from datetime import timedelta
from plone import api
from plone.registry.interfaces import IRegistry
from zope.component import getUtility
from zope.globalrequest import getRequest
import pytest
import requests
import transaction


REPORT = Rule("commitment_due", (20, 0), None, "responsible")


@pytest.fixture
def page(place, log_in):
    page = log_in("secretary")
    page.goto(place.portal.absolute_url())
    follow(page.get_by_role("link", name="Reminders", exact=True))
    return page


def part(page, name):
    parts = page.get_by_role("navigation", name="Parts of this page")
    follow(parts.get_by_role("link", name=name))


def now():
    """Read what the server has written: the registry keeps for a request what it has read."""
    transaction.begin()
    getRequest().other.pop("_plone_registry_cache", None)


def rules():
    now()
    return space_rules()


def set_rules(*wanted):
    now()
    set_space_rules(wanted)
    transaction.commit()


def test_the_next_mails_are_those_of_the_plan(page, place, axe):
    (mail,) = plan(today())
    (draft,) = page.locator(".cv-mails > li").all()
    assert mail.subject in draft.inner_text()
    assert "Sara Secretary" in draft.inner_text()
    assert not draft.locator("pre").is_visible()
    draft.locator("summary").click()
    assert draft.locator("pre").inner_text().strip() == mail.body.strip()
    axe(page)
    assert place.mails == []


def test_another_day_shows_other_mails(page, place):
    set_rules(Rule("commitment_due", (5,), None, "responsible"))
    page.goto(place.url)
    assert page.locator(".cv-mails").count() == 0
    day = today() + timedelta(days=5)
    page.get_by_label("If the next run takes place on").fill(day.isoformat())
    follow(page.get_by_role("button", name="Show"))
    assert page.locator(".cv-mails > li").count() == 1
    page.goto(f"{place.url}?day=2001-01-01")
    assert page.get_by_text("This is not a day to come.").is_visible()


def test_a_rule_is_added_changed_and_removed(page, axe):
    set_rules(REPORT)
    part(page, "Rules")
    axe(page)
    page.get_by_label("Days before").fill("30;10")
    page.get_by_role("button", name="Add a reminder").click()
    added = page.get_by_role("group", name="Reminder 2")
    added.get_by_label("Date concerned").select_option("ends")
    added.get_by_label("To").select_option("space_managers")
    added.get_by_label("Then every so many days").fill("7")
    follow(page.get_by_role("button", name="Save the rules"))
    assert page.get_by_text("The rules are saved.").is_visible()
    assert rules() == (
        Rule("commitment_due", (30, 10), None, "responsible"),
        Rule("ends", (0,), 7, "space_managers"),
    )
    page.get_by_role("button", name="Remove Reminder 1").click()
    follow(page.get_by_role("button", name="Save the rules"))
    assert rules() == (Rule("ends", (0,), 7, "space_managers"),)


def test_what_is_wrong_stands_beside_its_cell(page, axe):
    part(page, "Rules")
    page.get_by_role("group", name="Reminder 3").get_by_label("Days before").fill("sixty")
    page.get_by_role("group", name="Reminder 4").get_by_label("To").select_option("")
    follow(page.get_by_role("button", name="Save the rules"))
    alert = page.get_by_role("alert")
    assert alert.get_by_role("link").all_inner_texts() == [
        "Reminder 3, Days before",
        "Reminder 4, To",
    ]
    cell = page.get_by_role("group", name="Reminder 3").get_by_label("Days before")
    assert cell.input_value() == "sixty"
    assert cell.get_attribute("aria-invalid") == "true"
    axe(page)
    assert rules() == DEFAULTS


def test_the_usual_rules_come_back_when_they_are_saved(page):
    set_rules(REPORT)
    part(page, "Rules")
    follow(page.get_by_role("button", name="Back to the usual rules"))
    assert page.get_by_role("group", name="Reminder").count() >= len(DEFAULTS)
    assert rules() == (REPORT,)
    follow(page.get_by_role("button", name="Save the rules"))
    assert rules() == DEFAULTS


def test_rules_are_filled_in_without_scripts(place, log_in):
    set_rules(REPORT)
    page = log_in("secretary", java_script_enabled=False)
    page.goto(f"{place.url}?part=rules")
    page.get_by_label("Days before").fill("3")
    follow(page.get_by_role("button", name="One more row"))
    assert page.get_by_label("Days before").count() == 2
    first, second = (page.get_by_role("group", name=f"Reminder {n}") for n in (1, 2))
    first.get_by_label("Days before").fill("")
    first.get_by_label("Date concerned").select_option("")
    first.get_by_label("To").select_option("")
    second.get_by_label("Date concerned").select_option("ends")
    second.get_by_label("To").select_option("responsible")
    follow(page.get_by_role("button", name="Save the rules"))
    assert rules() == (Rule("ends", (0,), None, "responsible"),)


def test_what_was_sent_is_listed(page, place, axe):
    part(page, "Sent mails")
    assert page.get_by_text("No reminder has been sent yet.").is_visible()
    run(today())
    assert len(place.mails) == 1
    page.reload()
    row = page.locator(".cv-table tbody tr")
    assert "Sara Secretary" in row.inner_text()
    assert row.get_by_role("link").get_attribute("href") == place.convention.absolute_url()
    axe(page)
    part(page, "Next mails")
    assert page.locator(".cv-mails").count() == 0


def test_what_hinders_the_mails_is_named(page, place, axe):
    set_rules(REPORT, Rule("ends", (7,), None, "convention_authors"))
    registry = getUtility(IRegistry)
    registry["plone.smtp_host"] = ""
    registry[ADDRESS] = None
    api.user.get(username="secretary").setMemberProperties({"email": ""})
    api.group.remove_user(groupname="convention_authors", username="author")
    transaction.commit()
    page.goto(place.url)
    assert page.get_by_text("The space has no mail server").is_visible()
    missed = page.get_by_role("region", name="Who cannot be reached")
    assert missed.get_by_text("Sara Secretary").is_visible()
    assert missed.get_by_text("Authors of conventions").is_visible()
    axe(page)
    follow(page.get_by_role("button", name="Let them lead to"))
    now()
    assert recorded_address() == place.portal.absolute_url()


def test_every_part_fits(place, log_in, viewport, axe):
    page = log_in("secretary")
    for name in ("next", "rules", "sent"):
        page.goto(f"{place.url}?part={name}")
        axe(page)
        width = page.evaluate("document.querySelector('#content').scrollWidth")
        assert width <= viewport["width"], name


@pytest.mark.parametrize("name", ["reader", "author", "signer", "accountant", None])
def test_nobody_else_gets_there(place, name):
    auth = (name, PASSWORD) if name else None
    answer = requests.get(place.url, auth=auth, allow_redirects=False)
    assert answer.status_code in (302, 401, 403)
    assert "secretary@example.org" not in answer.text


def test_a_change_needs_the_page(place):
    """A link or a foreign page can make nobody change the rules."""
    data = {"do.save": "1", "reminders.count": "0"}
    auth = ("secretary", PASSWORD)
    assert requests.post(place.url, data=data, auth=auth).status_code == 403
    requests.get(place.url, params=data, auth=auth)
    assert rules() == DEFAULTS
