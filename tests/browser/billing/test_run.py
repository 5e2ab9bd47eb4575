"""Runs from the page: what is due in words, issued portion by portion, and what came of it."""

from browsing import follow
from browsing import PASSWORD
from collective.conventions.billing import portions
from collective.conventions.billing.balance import parts_of
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.runs import runs
import pytest
import transaction


@pytest.fixture
def due(space, agree, commune, cpas):
    """Two conventions to bill, one of which lacks the reference of the buyer."""
    return agree(commune, title="Good"), agree(cpas, title="Poor", buyer_reference=None)


def numbers_of(*conventions):
    transaction.begin()
    found = (issued_of(part) for one in conventions for part in parts_of(one))
    return sorted(one.number for one in found if one is not None)


def test_the_preview_tells_every_document_and_why(due, log_in, axe, viewport, fits):
    page = log_in("reader")
    page.goto(f"{due[0].aq_parent.aq_parent.absolute_url()}/@@billing-run?on=2024-08-01")
    axe(page)
    fits(page)
    said = page.inner_text("#content").replace("\u00a0", " ")
    assert "Good" in said and "Poor" in said
    page.locator("details.cb-document summary").first.click()
    assert page.get_by_text("6 full month(s) in force, from 1 July 2024").first.is_visible()
    assert page.get_by_text("There is no reference of the buyer.").is_visible()
    assert page.get_by_role("button", name="Issue all that is due").count() == 0
    assert numbers_of(*due) == []


def test_a_day_that_is_none_is_told(space, client):
    for wrong in ("2026-13-01", "9999-01-01", "x"):
        answer = client("accountant").get("@@billing-run", params={"on": wrong})
        assert answer.status_code == 200 and "Please enter a day" in answer.text


def test_it_runs_to_its_end_with_scripts(due, log_in, axe, viewport, fits):
    page = log_in("accountant")
    page.goto(f"{due[0].aq_parent.aq_parent.absolute_url()}/@@billing-run?on=2024-08-01")
    page.get_by_role("button", name="Issue all that is due").click()
    page.wait_for_url("**/@@billing-run?run=*")
    assert page.get_by_role("heading", name="What this run did").is_visible()
    axe(page)
    fits(page)
    good, poor = due
    assert len(numbers_of(good)) == 1 and numbers_of(poor) == []
    part = next(iter(parts_of(good)))
    assert "pdf" in issued_of(part).files
    assert page.get_by_text("There is no reference of the buyer.").first.is_visible()
    follow(page.get_by_role("link", name=numbers_of(good)[0]))
    assert page.url.startswith(part.absolute_url())


def test_it_runs_portion_by_portion_without_scripts(due, new_page, monkeypatch):
    monkeypatch.setattr(portions, "CONVENTIONS", 1)
    url = due[0].aq_parent.aq_parent.absolute_url()
    page = new_page(java_script_enabled=False)
    page.goto(f"{url}/login")
    page.fill("#__ac_name", "accountant")
    page.fill("#__ac_password", PASSWORD)
    page.click("#buttons-login")
    page.goto(f"{url}/@@billing-run?on=2024-08-01")
    follow(page.get_by_role("button", name="Issue all that is due"))
    assert page.get_by_text("1 of 2 conventions").is_visible()
    follow(page.get_by_role("button", name="Go on"))
    assert page.get_by_text("2 of 2 conventions").is_visible()
    follow(page.get_by_role("button", name="Go on"))
    assert page.get_by_text("The papers are being made").is_visible()
    follow(page.get_by_role("button", name="Go on"))
    assert page.get_by_role("heading", name="What this run did").is_visible()
    transaction.begin()
    (run,) = runs()
    assert run.complete and run.actor == "accountant"
    assert len(run.issued) == 1 and len(run.failures) == 1


def test_a_run_needs_the_page_and_the_right(due, client):
    sent = {"on": "2024-08-01"}
    assert client("accountant").post("@@billing-run", sent, token=False).status_code == 403
    assert client("reader").post("@@billing-run", sent).status_code == 403
    assert client("author").get("@@billing-run").status_code in (302, 401, 403)
    assert numbers_of(*due) == []
