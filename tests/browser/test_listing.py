"""The listings in a browser: at both widths, with the keyboard's names, without scripts."""

from browsing import follow
from collective.conventions.clock import today
from factories import make_convention
from factories import make_partner
from io import BytesIO
from openpyxl import load_workbook
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest
import re
import transaction


@pytest.fixture
def portal(functional, people):
    """Two partners; thirty drafts and one signed convention of three years."""
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    partners = [
        make_partner(
            portal, "Commune de Gembloux", city="Gembloux", enterprise_number="0207354920"
        ),
        make_partner(portal, "UVCW", entity_kind="association"),
    ]
    for number in range(30):
        make_convention(portal, partners, title=f"Draft {number:02}", kind="access")
    make_convention(
        portal,
        partners,
        "signed",
        title="=Signed",
        reference="2024-017",
        duration_unit="years",
        duration_count=3,
    )
    transaction.commit()
    return portal


PASSWORD = "a password of tests"


def titles(page):
    return page.locator(".cv-table tbody th a").all_inner_texts()


def test_conventions(portal, log_in, axe, viewport):
    page = log_in("secretary")
    page.goto(f"{portal.absolute_url()}/conventions")
    assert page.locator(".cv-total").inner_text() == "1 to 25 of 31"
    assert titles(page)[:2] == ["=Signed", "Draft 00"]
    axe(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    follow(page.get_by_role("link", name="Next"))
    assert len(titles(page)) == 6
    assert page.locator(".cv-pages [aria-current=page]").inner_text().split()[-1] == "2"

    summary = page.get_by_text("Narrow down")
    if summary.is_visible():
        summary.click()
    axe(page)
    follow(page.locator(".cv-facets").get_by_role("link", name="Signed"))
    assert titles(page) == ["=Signed"]
    row = page.locator(".cv-table tbody tr").inner_text()
    for shown in ("2024-017", "Partnership", "Signed", "UVCW", "01/07/2024", "30/06/2027"):
        assert shown in row
    axe(page)

    follow(page.get_by_role("link", name="State: Signed (remove this filter)"))
    assert page.locator(".cv-total").inner_text() == "1 to 25 of 31"


def test_orders(portal, log_in):
    page = log_in("reader")
    page.goto(f"{portal.absolute_url()}/conventions")
    heading = page.get_by_role("columnheader", name="Title")
    assert heading.get_attribute("aria-sort") == "ascending"
    follow(heading.get_by_role("link"))
    assert titles(page)[:2] == ["Draft 29", "Draft 28"]
    heading = page.get_by_role("columnheader", name="Title")
    assert heading.get_attribute("aria-sort") == "descending"
    follow(page.get_by_role("columnheader", name="Until").get_by_role("link"))
    assert titles(page)[0] == "=Signed"


def test_the_form_works_without_scripts_and_keeps_the_facets(portal, log_in, new_page):
    cookies = log_in("reader").context.cookies()
    page = new_page(java_script_enabled=False)
    page.context.add_cookies(cookies)
    page.goto(f"{portal.absolute_url()}/conventions?kind=access&sort_on=modified")
    page.get_by_label("Search", exact=True).last.fill("draft 05")
    follow(page.locator(".cv-go button"))
    found = page.url.split("?")[1]
    assert "kind=access" in found and "text=draft+05" in found and "sort_on=modified" in found
    assert page.locator(".cv-total").inner_text() == "1 to 1 of 1"
    page.goto(f"{portal.absolute_url()}/conventions")
    page.get_by_label("In force on").fill("2027-06-30")
    follow(page.locator(".cv-go button"))
    assert titles(page) == ["=Signed"]
    page.get_by_label("In force on").fill("2027-07-01")
    follow(page.locator(".cv-go button"))
    assert page.locator(".cv-total").inner_text() == "Nothing matches what you ask for."


def test_what_cannot_be_read_is_said_and_left_out(portal, log_in, axe, viewport):
    page = log_in("reader")
    page.goto(f"{portal.absolute_url()}/conventions?kind=castle&ending_before=soon&b_start=9999")
    alert = page.get_by_role("alert").inner_text()
    assert "Kind: “castle” is not one of the choices." in alert
    assert "Ending before: This has the wrong form" in alert
    # A start behind the end shows the last batch.
    assert page.locator(".cv-total").inner_text() == "26 to 31 of 31"
    axe(page)


def test_partners(portal, log_in, axe, viewport):
    page = log_in("author")
    page.goto(f"{portal.absolute_url()}/partners?text=gembl")
    assert titles(page) == ["Commune de Gembloux"]
    row = page.locator(".cv-table tbody tr")
    for shown in ("Commune", "0207.354.920", "Gembloux", "31"):
        assert shown in row.inner_text()
    axe(page)
    follow(row.get_by_role("link", name="31"))
    assert page.locator(".cv-total").inner_text() == "1 to 25 of 31"
    assert "Partner: Commune de Gembloux" in page.locator(".cv-chips").inner_text()


def test_who_may_add_sees_the_button(portal, log_in):
    for name, seen in (("author", 1), ("reader", 0)):
        page = log_in(name)
        page.goto(f"{portal.absolute_url()}/conventions")
        assert page.get_by_role("link", name="Add a convention").count() == seen


def test_an_empty_list_says_so(functional, people, log_in, axe, viewport):
    page = log_in("author")
    page.goto(f"{functional['portal'].absolute_url()}/conventions")
    assert page.locator(".cv-total").inner_text() == "There are no conventions yet."
    axe(page)


def test_downloads_hold_what_the_filters_leave(portal, log_in):
    page = log_in("reader")
    page.goto(f"{portal.absolute_url()}/conventions?state=signed")
    stem = f"conventions-{today()}"
    for link, name in (("CSV", f"{stem}.csv"), ("Excel", f"{stem}.xlsx")):
        with page.expect_download() as download:
            page.locator(".cv-download").get_by_role("link", name=re.compile(link)).click()
        assert download.value.suggested_filename == name
        data = download.value.path().read_bytes()
        if link == "CSV":
            lines = data.decode("utf-8").splitlines()
            assert lines[0].startswith("\ufeffTitle;Our reference;Kind;State;")
            assert lines[1].startswith("'=Signed;2024-017;Partnership;Signed;")
            assert ";2024-07-01;2027-06-30;" in lines[1] and len(lines) == 2
        else:
            _titles, row = load_workbook(BytesIO(data)).active.iter_rows()
            assert row[0].value == "'=Signed" and row[5].is_date


def test_strangers_and_partners_take_nothing_away(portal, log_in):
    guest = portal.conventions.absolute_url()
    with api.env.adopt_roles(["Manager"]):
        api.user.create(
            email="contact@example.org", username="contact", password="a password of tests"
        )
        uid = api.portal.get_tool("portal_catalog")(portal_type="Partner")[0].UID
        api.group.add_user(groupname=f"partner-{uid}", username="contact")
    transaction.commit()
    page = log_in("contact")
    page.goto(guest)
    assert titles(page) == ["=Signed"]
    assert page.locator(".cv-download").count() == 0
    response = page.request.get(f"{guest}/export.csv", max_redirects=0)
    assert response.status in (302, 401, 403)
