"""The deadlines of a space in a browser: a list, a year, and the delays of the law."""

from browsing import follow
from browsing import PASSWORD
from browsing import sign_in
from collective.conventions.access.groups import partner_group
from collective.conventions.clock import today
from collective.conventions.terms.dates import plus
from datetime import date
from datetime import timedelta
from factories import make_convention
from factories import make_partner
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest
import transaction


@pytest.fixture
def space(functional, people):
    """A late report of last month, thirty of next month, an end, and a renewal without an end."""
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    one, two, three = (make_partner(portal, title) for title in ("City", "Centre", "Region"))
    report = {"partner": one.UID(), "description": "The yearly report"}
    late, soon = today() - timedelta(days=12), today() + timedelta(days=12)
    make_convention(
        portal, [one, two], "signed", title="Late", commitments=[{**report, "due": late}]
    )
    make_convention(
        portal,
        [one, three],
        "signed",
        title="Many",
        responsible=["council_secretaries"],
        commitments=[{**report, "due": soon, "condition": "if it is asked for"}] * 30,
    )
    make_convention(
        portal,
        [two, three],
        "signed",
        title="Ends",
        duration_unit="until_date",
        end_date=plus(today(), months=4),
    )
    transaction.commit()
    return portal


def titles(page):
    return page.locator(".cn-of a").all_inner_texts()


def test_the_list(space, log_in, axe, viewport):
    page = log_in("secretary")
    page.goto(f"{space.absolute_url()}/deadlines")
    assert " ".join(page.inner_text(".cn-total").split()) == "1 to 25 of 32 Overdue: 1"
    assert titles(page)[:2] == ["Late", "Many"]
    late = page.locator(".cn-late")
    for said in ("12 days ago", "Commitment due", "The yearly report", "City", "certain"):
        assert said in late.inner_text()
    assert "in 12 days" in page.inner_text(".cn-part:not(.cn-late)")
    assert "depends on what happens before" in page.inner_text(".cn-part:not(.cn-late)")
    assert "As agreed: The yearly report" not in late.inner_text()
    late.get_by_text("Why then?").click()
    assert "As agreed: The yearly report" in late.inner_text()
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    follow(page.get_by_role("link", name="Next"))
    assert titles(page) == ["Many"] * 6 + ["Ends"]
    follow(page.locator(".cn-pages").get_by_role("link", name="1"))
    follow(page.get_by_role("link", name="Overdue: 1"))
    assert titles(page) == ["Late"]
    axe(page)


def test_the_form_works_without_scripts(space, log_in, new_page, axe):
    cookies = log_in("secretary").context.cookies()
    page = new_page(java_script_enabled=False)
    page.context.add_cookies(cookies)
    page.goto(f"{space.absolute_url()}/deadlines")
    page.get_by_label("What", exact=True).select_option("Ends")
    follow(page.get_by_role("button", name="Show"))
    assert titles(page) == ["Ends"]
    page.get_by_label("Partner").select_option("City")
    follow(page.get_by_role("button", name="Show"))
    assert "Nothing matches what you ask for." in page.inner_text(".cn-total")
    follow(page.get_by_role("link", name="Remove all filters"))
    page.get_by_label("In charge").select_option("Council secretaries")
    page.get_by_label("Until").fill((today() + timedelta(days=12)).isoformat())
    follow(page.get_by_role("button", name="Show"))
    assert set(titles(page)) == {"Many"}


def test_the_year(space, log_in, axe, viewport):
    page = log_in("reader")
    page.goto(f"{space.absolute_url()}/deadlines")
    follow(page.get_by_role("navigation", name="Ways").get_by_role("link", name="Year"))
    assert page.locator(".cn-month").count() == 12
    assert page.locator(".cn-month[aria-current=date]").count() == 1
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    soon = today() + timedelta(days=12)
    page.goto(f"{space.absolute_url()}/deadlines-year?year={soon.year}")
    month = page.locator(".cn-month").nth(soon.month - 1)
    assert "Commitment due" in month.inner_text()
    follow(month.get_by_role("link", name="All"))
    assert set(titles(page)) <= {"Late", "Many", "Ends"}
    assert titles(page).count("Many") >= 24
    assert f"from={soon:%Y-%m}-01" in page.url


def test_a_contact_of_a_partner_sees_his_own(space, log_in, new_page):
    with api.env.adopt_roles(["Manager"]):
        uid = next(one.UID() for one in space["partners"].values() if one.title == "City")
        api.user.create(email="c@example.org", username="contact", password=PASSWORD)
        api.group.add_user(groupname=partner_group(uid), username="contact")
    transaction.commit()
    page = new_page()
    sign_in(page, space.absolute_url(), "contact")
    asked = "service=council_secretaries"
    page.goto(f"{space.absolute_url()}/deadlines?b_size=100&{asked}")
    assert set(titles(page)) == {"Late", "Many"}
    assert page.get_by_label("In charge").count() == 0
    assert "Council secretaries" not in page.content()
    assert page.get_by_label("Partner").locator("option").all_inner_texts() == [
        "All partners",
        "Centre",
        "City",
        "Region",
    ]
    page.goto(f"{space.absolute_url()}/deadlines-year?{asked}&year={today().year + 1}")
    assert "Ends" not in page.locator(".cn-year a").all_inner_texts()


def test_what_cannot_be_read_is_said_and_left_out(space, log_in, axe):
    page = log_in("reader")
    asked = "what=castle&from=2030-01-01&until=2029-01-01&b_size=x"
    page.goto(f"{space.absolute_url()}/deadlines?{asked}")
    alert = page.get_by_role("alert").inner_text()
    assert "What: “castle” is not one of the choices." in alert
    assert "Until: The end comes before the start (1\u00a0January\u00a02030)." in alert
    assert "Number per page:" in alert
    page.goto(f"{space.absolute_url()}/deadlines-year?year=1066")
    assert "Year: “1066”" in page.get_by_role("alert").inner_text()
    page.goto(f"{space.absolute_url()}/deadlines?until={date(today().year + 11, 1, 1)}")
    assert "Until: The date must lie between" in page.get_by_role("alert").inner_text()
    axe(page)


def test_nothing_to_do(functional, people, log_in, axe):
    page = log_in("reader")
    url = functional["portal"].absolute_url()
    page.goto(f"{url}/deadlines")
    assert page.locator(".cn-total").inner_text().startswith("Nothing is overdue")
    axe(page)
    page.goto(f"{url}/deadlines-year")
    assert page.locator(".cn-total").inner_text() == "No deadline falls into this year."
    axe(page)


def test_a_delay_of_the_law(space, log_in, axe, viewport):
    page = log_in("space-manager")
    page.goto(space.absolute_url())
    follow(page.get_by_role("link", name="Delays that a law sets"))
    axe(page)
    form = page.locator("form", has=page.locator("#days-supervision_wallonia"))
    form.get_by_label("Days").fill("")
    form.get_by_label("Source").fill("Decree of 1 March 2026")
    follow(form.get_by_role("button"))
    assert "This is missing." in form.inner_text()
    assert form.get_by_label("Source").input_value() == "Decree of 1 March 2026"
    axe(page)
    form.get_by_label("Days").fill("45")
    follow(form.get_by_role("button"))
    assert "The delay is changed" in page.inner_text("body")
    changes = page.get_by_role("region", name="Latest changes")
    for said in ("Walloon Region", "30", "45", "Decree of 1 March 2026", "space-manager"):
        assert said in changes.inner_text()
    axe(page)
    assert form.get_by_label("Days").input_value() == "45"
