"""The pages of amendments: one is added, a field changed, and what holds on a day is read."""

from collective.conventions.clock import today
from collective.conventions.lifecycle.steps import take
from collective.conventions.terms.dates import plus
from datetime import timedelta
from decimal import Decimal
from factories import make_convention
from factories import make_partner
from plone import api
import pytest
import transaction


TODAY = today()
SOON = TODAY + timedelta(days=10)
LATER = plus(TODAY, months=24)


@pytest.fixture
def convention(functional):
    """A convention that is signed, with a text of two articles."""
    portal = functional["portal"]
    with api.env.adopt_roles(["Manager"]):
        partners = [make_partner(portal, "City"), make_partner(portal, "Agency")]
        text = [
            {"part": "article", "number": str(number), "title": "", "body": "<p>Words.</p>"}
            for number in (1, 2)
        ]
        found = make_convention(
            portal,
            partners,
            "signed",
            text=text,
            commitments=[{"description": "Yearly grant", "amount": Decimal(13500)}],
            duration_unit="until_date",
            end_date=plus(TODAY, months=12),
        )
    transaction.commit()
    return found


@pytest.fixture
def amended(convention):
    """Its first amendment, which is signed: it prolongs it and takes out an article."""
    signs = {"name": "A. Person", "capacity": "Mayor", "date_signed": TODAY}
    with api.env.adopt_roles(["Manager"]):
        found = api.content.create(
            convention,
            "Amendment",
            title="First amendment",
            subject_matter="A year more.",
            effective_rule="fixed_date",
            first_day=SOON,
            changes=[{"field": "end_date", "value": LATER.isoformat()}],
            text_changes=[{"action": "remove", "row": "2"}],
            commitment_changes=[
                {
                    "action": "replace",
                    "row": "1",
                    "description": "Yearly grant",
                    "amount": Decimal(14250),
                }
            ],
            council_date=TODAY - timedelta(days=30),
            council_number="7",
            signatories=[{"partner": row["partner"], **signs} for row in convention.parties],
        )
        for step in ("approve", "sign"):
            take(found, step, TODAY)
    transaction.commit()
    return found


def test_an_amendment_is_added_and_changes_a_field(convention, people, log_in, axe, viewport):
    page = log_in("author")
    page.goto(convention.absolute_url())
    page.get_by_role("link", name="Add an amendment").click()
    page.get_by_label("Title").first.fill("First amendment")
    page.get_by_label("First day on which it holds").fill(SOON.isoformat())
    axe(page)
    page.get_by_role("button", name="Save").first.click()
    page.wait_for_load_state()
    transaction.begin()
    (amendment,) = [one for one in convention.objectValues() if one.portal_type == "Amendment"]
    assert amendment.first_day == SOON
    page.goto(amendment.absolute_url())
    axe(page)
    page.get_by_role("link", name="Change a field of the convention").click()
    axe(page)
    page.get_by_label("What changes").select_option("end_date")
    page.get_by_role("button", name="Go on").click()
    axe(page)
    page.get_by_label("End date").fill(LATER.isoformat())
    page.get_by_role("button", name="Write this change").click()
    page.wait_for_load_state()
    transaction.begin()
    assert amendment.changes == [{"field": "end_date", "value": LATER.isoformat()}]
    page.goto(f"{amendment.absolute_url()}/@@change?field=end_date")
    page.get_by_role("button", name="Leave it as it is").click()
    page.wait_for_load_state()
    transaction.begin()
    assert amendment.changes == []


def test_what_holds_is_told_with_where_it_comes_from(
    convention, amended, people, log_in, axe, viewport
):
    page = log_in("reader")
    page.goto(convention.absolute_url())
    page.get_by_role("link", name="What holds today").click()
    axe(page)
    content = page.locator("#content").inner_text()
    assert "takes effect on" in content
    assert page.locator("#content .cf-fault").count() == 0
    page.get_by_label("Day").fill(SOON.isoformat())
    page.get_by_role("button", name="Show this day").click()
    page.wait_for_load_state()
    axe(page)
    content = page.locator("#content").inner_text()
    assert "First amendment, since" in content
    assert "Taken out by" in content
    # Rows are called by their own words, amounts have their cents.
    assert "14,250.00\u00a0€" in content
    assert "Yearly grant" in content
    assert "Row " not in content
    button = page.get_by_role("button", name="Show this day")
    widths = "one => [one.offsetWidth, (one.style.width = 'max-content', one.offsetWidth)]"
    shown, natural = button.evaluate(widths)
    assert shown == natural


def test_the_page_of_a_signed_amendment(amended, people, log_in, axe, viewport):
    page = log_in("reader")
    page.goto(amended.absolute_url())
    axe(page)
    content = page.locator("#content").inner_text()
    assert "It takes effect on" in content
    assert "End date" in content
    before = content.partition("before: ")[2].splitlines()[0]
    assert before.endswith(str(plus(TODAY, months=12).year))
    assert "14,250.00\u00a0€" in content
    page.goto(f"{amended.absolute_url()}/@@change")
    assert page.locator("text=What changes").count() == 0


def test_its_step_says_what_it_does(convention, people, log_in, axe, viewport):
    with api.env.adopt_roles(["Manager"]):
        amendment = api.content.create(convention, "Amendment", title="First amendment")
    transaction.commit()
    page = log_in("secretary")
    page.goto(f"{amendment.absolute_url()}/@@step?step=approve")
    axe(page)
    assert "The amendment changes nothing yet" in page.locator("#content").inner_text()


def test_an_article_is_rewritten_in_the_editor_of_the_text(
    convention, people, log_in, axe, viewport
):
    with api.env.adopt_roles(["Manager"]):
        amendment = api.content.create(
            convention, "Amendment", title="First amendment", first_day=SOON
        )
    transaction.commit()
    page = log_in("author")
    page.goto(amendment.absolute_url())
    page.get_by_role("link", name="Change an article").click()
    axe(page)
    page.get_by_label("What happens").select_option("replace")
    page.get_by_label("Article concerned").select_option(label="Article 2")
    page.get_by_role("button", name="Go on").click()
    body = page.frame_locator("iframe.tox-edit-area__iframe").locator("body")
    body.wait_for()
    assert body.inner_text().strip() == "Words."
    axe(page)
    body.fill("Other words, see article 9.")
    page.get_by_role("button", name="Write this change").click()
    page.wait_for_load_state()
    transaction.begin()
    (change,) = amendment.text_changes
    assert (change["action"], change["row"], change["number"]) == ("replace", "2", "2")
    assert change["body"] == "<p>Other words, see article 9.</p>"
    axe(page)
    page.get_by_role("link", name="Check the text with the amendment").click()
    page.wait_for_load_state()
    axe(page)
    assert "Blocks the signature" in page.locator("#content").inner_text()
    page.goto(f"{amendment.absolute_url()}/@@change-article?change=0")
    page.get_by_role("button", name="Leave it as it is").click()
    page.wait_for_load_state()
    transaction.begin()
    assert amendment.text_changes == []


def test_the_row_that_a_change_concerns_is_chosen_by_its_words(
    convention, people, log_in, axe, viewport
):
    with api.env.adopt_roles(["Manager"]):
        amendment = api.content.create(
            convention, "Amendment", title="First amendment", first_day=SOON
        )
    transaction.commit()
    page = log_in("author")
    page.goto(f"{amendment.absolute_url()}/edit")
    page.get_by_role("button", name="Change a party").click()
    page.get_by_label("What happens").select_option("remove")
    page.get_by_label("Row concerned").select_option(label="Agency")
    axe(page)
    page.get_by_role("button", name="Save").first.click()
    page.wait_for_load_state()
    transaction.begin()
    (change,) = amendment.party_changes
    assert (change["action"], change["row"]) == ("remove", "2")
    page.goto(amendment.absolute_url())
    assert "Agency" in page.locator("#content").inner_text()


def test_the_amended_text_is_read_and_printed(convention, amended, people, log_in, axe, viewport):
    page = log_in("author")
    page.goto(f"{convention.absolute_url()}/@@text")
    axe(page)
    assert "Amendments change it." in page.locator("#content").inner_text()
    page.get_by_role("link", name="The same on paper").click()
    page.wait_for_load_state()
    axe(page)
    page.get_by_label("As it holds on").fill(SOON.isoformat())
    page.get_by_label("Format").select_option("html")
    page.get_by_role("button", name="Make the paper").click()
    page.wait_for_load_state()
    words = page.locator("body").inner_text()
    assert "non signée comme telle" in words.lower()
    assert "Article 2" not in words
