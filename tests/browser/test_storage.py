"""The page of the storage in a real browser, at a desk and on a phone, and without JavaScript."""

from browsing import follow
from browsing import PASSWORD
from browsing import sign_in
from collective.conventions.browser.storage.curve import curve
from collective.conventions.space.ledger import ledger_of
from datetime import date
from io import BytesIO
from PIL import Image
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.file import NamedBlobImage
import pytest
import requests
import transaction


@pytest.fixture
def portal(functional, people):
    """A space with a file, an image with its scale, and some days of growth."""
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    stream = BytesIO()
    Image.effect_noise((500, 400), 90).save(stream, "PNG")
    image = NamedBlobImage(stream.getvalue(), filename="a.png")
    file = NamedBlobFile(b"x" * 10_000, filename="minutes.pdf")
    api.content.create(portal, "File", title="Minutes of the meeting", file=file)
    made = api.content.create(portal, "Image", title="Town hall", id="hall", image=image)
    transaction.commit()
    made.restrictedTraverse("@@images").scale("image", scale="mini")
    transaction.commit()
    ledger = ledger_of(portal)
    for days in range(1, 30):
        ledger.days[ledger.gauge.day - days] = 1_000_000 - days * 20_000
    ledger.gauge.limit = ledger.gauge.used * 100 // 97
    transaction.commit()
    return portal


def test_the_page_is_accessible_and_fits(portal, log_in, viewport, axe):
    page = log_in("space-manager")
    page.goto(f"{portal.absolute_url()}/@@storage")
    axe(page)
    width = page.evaluate("document.querySelector('#content').scrollWidth")
    assert width <= viewport["width"]
    assert page.get_by_text("The space is almost full.").is_visible()
    assert page.get_by_role("link", name="Minutes of the meeting").is_visible()
    assert page.locator("svg polyline").count() == 1
    assert page.get_by_role("button", name="Set the limit").count() == 0


def test_scales_are_cleaned_up_without_javascript(portal, new_page):
    page = new_page(java_script_enabled=False)
    url = portal.absolute_url()
    page.goto(f"{url}/login")
    page.fill("#__ac_name", "space-manager")
    page.fill("#__ac_password", PASSWORD)
    page.click("#buttons-login")
    page.goto(url)
    follow(page.get_by_role("link", name="Storage"))
    before = ledger_of(portal).gauge.used
    follow(page.get_by_role("button", name="Delete smaller copies of images"))
    assert page.get_by_text("are free again.").is_visible()
    assert page.get_by_role("button", name="Delete smaller copies of images").is_disabled()
    transaction.begin()
    assert ledger_of(portal).gauge.used < before
    assert ledger_of(portal).gauge.used == 10_000 + portal["hall"].image.getSize()


def test_a_full_space_says_so(portal, log_in):
    ledger_of(portal).gauge.limit = 1000
    transaction.commit()
    page = log_in("space-manager")
    page.goto(f"{portal.absolute_url()}/@@storage")
    assert page.get_by_text("The space is full").is_visible()
    # The gauge is no longer in the range that is well.
    assert float(page.locator("meter").get_attribute("high")) < 1000


def test_a_file_that_does_not_fit_is_refused_beside_it_with_the_sizes(portal, log_in, axe):
    with api.env.adopt_roles(["Manager"]):
        agreement = api.content.create(portal["conventions"], "Convention", title="Agreement")
    ledger_of(portal).gauge.limit = ledger_of(portal).gauge.used + 1000
    transaction.commit()
    page = log_in("space-manager")
    page.goto(f"{agreement.absolute_url()}/++add++Annex")
    page.get_by_label("Title").fill("Minutes")
    file = {"name": "a.pdf", "mimeType": "application/pdf", "buffer": b"%PDF" + bytes(4996)}
    page.locator("input[type=file]").set_input_files(file)
    follow(page.get_by_role("button", name="Save"))
    beside = page.locator("[id^=formfield]", has=page.locator("input[type=file]"))
    for place in (page.locator("#cf-problems"), beside):
        text = place.inner_text().replace("\u00a0", " ")
        assert "it needs 5 KB, and 1 KB are free" in text
    assert page.get_by_label("Title").input_value() == "Minutes"
    axe(page)


def test_the_maintenance_team_sets_the_limit_and_counts(portal, new_page, axe):
    api.user.create(email="o@example.org", username="owner", password=PASSWORD, roles=["Manager"])
    transaction.commit()
    page = new_page()
    sign_in(page, portal.absolute_url(), "owner")
    page.goto(f"{portal.absolute_url()}/@@storage")
    assert page.get_by_text("You are of the maintenance team").is_visible()
    page.get_by_label("Limit, as in 3 GB").fill("2.5 GB")
    follow(page.get_by_role("button", name="Set the limit"))
    assert page.get_by_text("of 2.5 GB used").is_visible()
    portal["hall"].image = NamedBlobImage(portal["hall"].image.data, filename="b.png")
    transaction.commit()
    follow(page.get_by_role("button", name="Count in full now"))
    assert page.get_by_text("2 entries were put right").is_visible()
    axe(page)


def test_a_change_needs_the_page(portal):
    url = f"{portal.absolute_url()}/@@storage"
    auth = ("space-manager", PASSWORD)
    before = ledger_of(portal).gauge.used
    for method, options in (
        ("GET", {"params": {"do.scales": "1"}}),
        ("POST", {"data": {"do.scales": "1"}}),
    ):
        answer = requests.request(method, url, auth=auth, allow_redirects=False, **options)
        assert answer.status_code == 403
    transaction.begin()
    assert ledger_of(portal).gauge.used == before


@pytest.mark.parametrize("name", ["reader", "author", "secretary"])
def test_nobody_else_gets_there(portal, name):
    url = f"{portal.absolute_url()}/@@storage"
    answer = requests.get(url, auth=(name, PASSWORD), allow_redirects=False)
    assert answer.status_code in (302, 401, 403)
    assert "Town hall" not in answer.text


def test_a_curve_has_a_step_for_each_day():
    days = [(date(2026, 1, 1), 100), (date(2026, 1, 3), 200), (date(2026, 1, 11), 50)]
    drawn = curve(days, limit=200)
    assert drawn.points == "0,60 120,60 120,0 600,0 600,90"
    assert drawn.limit == 0
    assert curve(days, limit=100_000).limit is None
    assert curve(days[:1], limit=200) is None
    assert curve([(date(2026, 1, 1), 0), (date(2026, 1, 2), 0)], limit=0).points
