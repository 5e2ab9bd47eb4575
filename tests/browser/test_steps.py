"""Steps, deletions and refusals as a person meets them."""

from browsing import follow
from collective.conventions.interfaces import Conflict
from collective.conventions.lifecycle.steps import take
from datetime import date
from factories import make_convention
from factories import make_partner
from factories import TODAY
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest
import transaction


@pytest.fixture
def portal(functional, people):
    setRoles(functional["portal"], TEST_USER_ID, ["Manager"])
    return functional["portal"]


@pytest.fixture
def partners(portal):
    made = [make_partner(portal, "City of Brussels"), make_partner(portal, "CPAS of Ottignies")]
    transaction.commit()
    return made


@pytest.fixture
def convention(portal, partners):
    def convention(state="draft", **values):
        transaction.begin()
        made = make_convention(portal, partners, state, **values)
        transaction.commit()
        return made

    return convention


def step(page, convention, name):
    page.goto(f"{convention.absolute_url()}/@@step?step={name}")
    return page


def state_of(convention):
    transaction.begin()
    return api.content.get_state(convention)


def test_everything_missing_is_named_with_a_way_to_it(convention, log_in, axe, viewport):
    draft = convention(council_date=None, council_number=None, subject_matter=None, kind="other")
    page = step(log_in("secretary"), draft, "approve")
    places = page.locator(".cf-lack-place").all_inner_texts()
    assert places == [
        "Subject",
        "Date of the Council's decision",
        "Number of the Council's decision",
    ]
    assert page.locator("form[action$='@@step']").count() == 0
    axe(page)
    page.get_by_role("link", name="Date of the Council's decision").click()
    page.wait_for_url("**/edit#form-widgets-council_date")
    assert page.locator("#form-widgets-council_date").is_visible()


def test_what_cannot_be_filled_in_now_has_no_link(convention, log_in):
    approved = convention("council_approved")
    approved.subject_matter = "To be …… completed"
    approved.signatories = [{**row, "date_signed": None} for row in approved.signatories]
    transaction.commit()
    page = step(log_in("signer"), approved, "sign")
    links = page.locator("a.cf-lack-place").all()
    assert [link.get_attribute("href").rpartition("#")[2] for link in links] == [
        "form-widgets-signatories-0-date_signed",
        "form-widgets-signatories-1-date_signed",
    ]
    closed = page.locator("li:has(.cf-lack-closed)").all_inner_texts()
    assert len(closed) == 1
    assert "Subject" in closed[0]


def test_a_convention_goes_through_its_life(convention, log_in, axe, viewport):
    draft = convention()
    secretary = log_in("secretary")
    page = step(secretary, draft, "approve")
    assert "24" in page.locator(".cf-step-facts").inner_text()
    axe(page)
    page.get_by_role("button", name="Approve").click()
    page.wait_for_url(draft.absolute_url())
    assert "is approved by the Council" in page.inner_text(".alert")
    assert state_of(draft) == "council_approved"

    page = step(log_in("signer"), draft, "sign")
    axe(page)
    page.get_by_role("button", name="Sign").click()
    page.wait_for_url(draft.absolute_url())
    assert state_of(draft) == "signed"

    page = step(secretary, draft, "terminate")
    axe(page)
    page.fill("[name=termination_date]", "2024-01-01")
    follow(page.get_by_role("button", name="Terminate"))
    assert page.locator(".cf-fault").count() == 2
    assert page.locator("[name=termination_date]").input_value() == "2024-01-01"
    axe(page)
    assert state_of(draft) == "signed"
    page.fill("[name=termination_date]", "2025-06-30")
    page.fill("[name=termination_reason]", "By agreement.")
    page.get_by_role("button", name="Terminate").click()
    page.wait_for_url(draft.absolute_url())
    assert state_of(draft) == "terminated"
    assert draft.termination_date == date(2025, 6, 30)


def test_blanks_are_foreseen_before_the_approval_closes_the_text(convention, log_in, axe):
    draft = convention(subject_matter="The Council decided on ........ to work together.")
    page = step(log_in("secretary"), draft, "approve")
    assert page.locator(".cf-step-warning").count() == 1
    assert page.locator(".cf-lack-place").all_inner_texts() == ["Subject"]
    assert page.locator("form[action$='@@step']").count() == 1
    axe(page)
    page.get_by_role("button", name="Approve").click()
    page.wait_for_url(draft.absolute_url())
    assert state_of(draft) == "council_approved"
    page = step(log_in("signer"), draft, "sign")
    assert page.locator("form[action$='@@step']").count() == 0


def test_what_was_recorded_before_the_step_need_not_be_typed_again(convention, log_in):
    signed = convention("signed", termination_reason="By agreement.")
    page = step(log_in("secretary"), signed, "terminate")
    assert page.locator("[name=termination_reason]").input_value() == "By agreement."
    assert page.locator("[name=termination_date]").input_value() == ""


def test_who_loses_sight_of_it_by_his_step_is_told_what_he_did(portal, convention, log_in):
    approved = convention("council_approved")
    page = step(log_in("signer"), approved, "withdraw")
    follow(page.get_by_role("button", name="Return to draft"))
    assert "This is missing" in page.locator(".cf-fault").inner_text()
    assert state_of(approved) == "council_approved"
    page.fill("[name=withdrawal_reason]", "Annulled by the authority.")
    page.get_by_role("button", name="Return to draft").click()
    page.wait_for_url(portal.absolute_url())
    assert "“Agreement” is a draft again." in page.inner_text(".alert")
    assert state_of(approved) == "draft"


def test_a_step_that_somebody_else_took_meanwhile_is_refused_in_words(convention, log_in, axe):
    draft = convention()
    page = step(log_in("secretary"), draft, "approve")
    transaction.begin()
    take(draft, "approve", TODAY)
    transaction.commit()
    with page.expect_response(lambda answer: answer.request.method == "POST") as answer:
        page.get_by_role("button", name="Approve").click()
    assert answer.value.status == 409
    assert "does not lead out of the present state" in page.inner_text("#content")
    axe(page)


def test_what_went_missing_meanwhile_is_shown_and_nothing_is_written(convention, log_in):
    draft = convention()
    page = step(log_in("secretary"), draft, "approve")
    transaction.begin()
    draft.council_date = None
    transaction.commit()
    follow(page.get_by_role("button", name="Approve"))
    assert page.locator(".cf-lack-place").all_inner_texts() == ["Date of the Council's decision"]
    assert state_of(draft) == "draft"


def test_a_step_is_closed_to_who_may_not_take_it(convention, log_in):
    draft = convention()
    page = log_in("author")
    answer = page.goto(f"{draft.absolute_url()}/@@step?step=approve")
    assert answer.status == 403
    answer = page.goto(f"{draft.absolute_url()}/@@step?step=fly")
    assert answer.status == 404


def test_a_step_is_not_taken_by_a_forged_form(convention, log_in):
    draft = convention()
    page = log_in("secretary")
    answer = page.request.post(f"{draft.absolute_url()}/@@step", form={"step": "approve"})
    assert answer.status == 403
    assert state_of(draft) == "draft"


def test_the_road_of_plone_leads_to_the_page_of_the_step(convention, log_in):
    draft = convention(council_date=None)
    page = log_in("secretary")
    page.goto(f"{draft.absolute_url()}/content_status_modify?workflow_action=approve")
    assert page.url == f"{draft.absolute_url()}/@@step?step=approve"
    assert "Date of the Council's decision" in page.inner_text("#content")


def test_a_partner_in_use_says_what_uses_it(convention, partners, log_in, axe, viewport):
    convention()
    page = log_in("space-manager")
    page.goto(f"{partners[0].absolute_url()}/delete_confirmation")
    assert "it is used by “Agreement”" in page.inner_text("#content")
    assert page.locator("#content [type=submit]").count() == 0
    axe(page)


def test_a_convention_that_a_later_one_replaces_says_so(convention, log_in):
    earlier = convention(title="The earlier one")
    convention(predecessor=earlier.UID())
    page = log_in("space-manager")
    page.goto(f"{earlier.absolute_url()}/delete_confirmation")
    assert "it is used by “Agreement”" in page.inner_text("#content")
    assert page.locator("#content [type=submit]").count() == 0


def test_a_draft_is_deleted_after_a_question(portal, convention, log_in, axe, viewport):
    draft = convention()
    page = log_in("space-manager")
    page.goto(f"{draft.absolute_url()}/delete_confirmation")
    axe(page)
    page.locator("#content [name='form.buttons.Delete']").click()
    page.wait_for_url(f"{portal.absolute_url()}/conventions")
    transaction.begin()
    assert "agreement" not in portal["conventions"]


def test_a_deletion_refused_at_the_last_moment_is_a_page_and_no_traceback(
    convention, partners, log_in
):
    lonely = partners[1]
    page = log_in("space-manager")
    page.goto(f"{lonely.absolute_url()}/delete_confirmation")
    convention()
    with page.expect_response(lambda answer: answer.request.method == "POST") as answer:
        page.locator("#content [name='form.buttons.Delete']").click()
    assert answer.value.status == 409
    assert "it is used by “Agreement”" in page.inner_text("#content")
    transaction.begin()
    assert lonely.getId() in lonely.aq_parent


def test_a_refusal_of_rest_stays_one_of_rest(convention, partners, log_in):
    convention()
    page = log_in("space-manager")
    answer = page.request.delete(partners[0].absolute_url(), headers={"Accept": "application/json"})
    assert answer.status == 409
    assert answer.json()["type"] == Conflict.__name__
