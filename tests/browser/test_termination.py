"""From the letter to the end of a convention, as a secretary does it."""

from browsing import follow
from collective.conventions.clock import today
from collective.conventions.interfaces import Conflict
from collective.conventions.lifecycle.letters import record_letter
from datetime import date
from datetime import timedelta
from factories import make_convention
from factories import make_partner
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import pytest
import transaction


TERMS = {
    "duration_unit": "years",
    "duration_count": 9,
    "notice_count": 3,
    "breach_count": 8,
    "breach_basis": "presentation",
}


@pytest.fixture
def convention(functional, people):
    portal = functional["portal"]
    setRoles(portal, TEST_USER_ID, ["Manager"])
    partners = [make_partner(portal, "City of Brussels"), make_partner(portal, "CPAS of Ottignies")]
    made = make_convention(portal, partners, "signed", **TERMS)
    transaction.commit()
    return made


def ago(days):
    return today() - timedelta(days=days)


def fill(page, form, **values):
    for name, value in values.items():
        page.fill(f"#letter-{form}-{name}", value)


def letter(convention, kind, sent):
    transaction.begin()
    row = {"kind": kind, "partner": convention.parties[0]["partner"], "sent": sent}
    record_letter(convention, row, None, today())
    transaction.commit()


def test_from_the_notice_to_the_end(convention, log_in, axe, viewport, tmp_path):
    page = log_in("secretary")
    page.goto(convention.absolute_url())
    follow(page.locator("#content").get_by_role("link", name="Terminate"))
    assert page.url == f"{convention.absolute_url()}/@@termination"
    axe(page)
    assert page.evaluate("document.querySelector('#content').scrollWidth") <= viewport["width"]

    page.locator("#termination > summary").click()
    axe(page)
    page.select_option("#letter-termination-partner", label="City of Brussels")
    fill(page, "termination", sent=ago(10).isoformat(), note="By registered post.")
    paper = tmp_path / "letter.pdf"
    paper.write_bytes(b"%PDF the letter")
    page.set_input_files("#letter-termination-file", paper)
    follow(page.locator("#termination [type=submit]"))
    assert "The letter is recorded." in page.inner_text(".alert")
    axe(page)

    way = page.locator(".ct-ready")
    shown = way.locator(".ct-day strong").inner_text()
    assert way.locator(".ct-lacking").count() == 0
    assert page.locator(".ct-letter a").count() == 1
    transaction.begin()
    (row,) = convention.notices
    assert api.content.get(UID=row["annex"]).file.data == b"%PDF the letter"

    follow(page.get_by_role("link", name="Terminate on this ground"))
    day = date.fromisoformat(page.locator("[name=termination_date]").input_value())
    assert str(day.year) in shown and day > today()
    assert "Termination with notice" in page.locator("[name=termination_reason]").input_value()
    follow(page.get_by_role("button", name="Terminate"))
    assert "has ended" in page.inner_text(".alert")
    transaction.begin()
    assert api.content.get_state(convention) == "terminated"
    assert convention.termination_date == day


def test_faults_stand_beside_their_questions_and_nothing_is_recorded(
    convention, log_in, axe, viewport
):
    page = log_in("secretary")
    page.goto(f"{convention.absolute_url()}/@@termination")
    page.locator("#formal_notice > summary").click()
    fill(page, "formal_notice", sent=ago(-5).isoformat(), received=ago(5).isoformat())
    follow(page.locator("#formal_notice [type=submit]"))
    faults = page.locator("#formal_notice .cf-wrong").all()
    assert [fault.get_attribute("data-fieldname") for fault in faults] == ["partner"]
    page.select_option("#letter-formal_notice-partner", label="City of Brussels")
    follow(page.locator("#formal_notice [type=submit]"))
    faults = page.locator("#formal_notice .cf-wrong").all()
    assert [fault.get_attribute("data-fieldname") for fault in faults] == ["sent", "received"]
    assert page.locator("#letter-formal_notice-sent").input_value() == ago(-5).isoformat()
    axe(page)
    transaction.begin()
    assert convention.notices == []


def test_without_scripts_a_letter_is_completed_and_withdrawn(convention, log_in):
    letter(convention, "formal_notice", ago(20))
    page = log_in("secretary", java_script_enabled=False)
    page.goto(f"{convention.absolute_url()}/@@termination")
    page.locator("#complete-0 > summary").click()
    fill(page, "complete-0", presented=ago(19).isoformat())
    page.locator("#complete-0 [type=submit]").click()
    page.wait_for_selector(".ct-ready")
    page.locator("#withdrawal-0 > summary").click()
    fill(page, "withdrawal-0", sent=ago(2).isoformat())
    page.locator("#withdrawal-0 [type=submit]").click()
    page.wait_for_selector(".ct-withdrawn")
    transaction.begin()
    assert [row["kind"] for row in convention.notices] == ["formal_notice", "withdrawal"]
    assert convention.notices[0]["presented"] == ago(19)


def test_the_day_agreed_on_leads_to_the_step(convention, log_in):
    page = log_in("secretary")
    page.goto(f"{convention.absolute_url()}/@@termination")
    page.fill("#ct-agreed-day", "2026-06-30")
    follow(page.locator("#agreed [type=submit]"))
    assert page.locator("[name=termination_date]").input_value() == "2026-06-30"
    reason = page.locator("[name=termination_reason]").input_value()
    assert reason == "Mutual agreement: The parties have agreed to end it."


def test_a_letter_sent_twice_is_recorded_once(convention, log_in):
    page = log_in("secretary")
    for said in ("The letter is recorded.", "This letter was recorded already."):
        page.goto(f"{convention.absolute_url()}/@@termination")
        page.locator("#termination > summary").click()
        page.select_option("#letter-termination-partner", label="City of Brussels")
        fill(page, "termination", sent=ago(10).isoformat())
        follow(page.locator("#termination [type=submit]"))
        assert said in page.inner_text(".alert")
    transaction.begin()
    assert len(convention.notices) == 1


def test_a_letter_that_says_otherwise_is_refused_in_words(convention, log_in, axe):
    letter(convention, "termination", ago(10))
    page = log_in("secretary")
    page.goto(f"{convention.absolute_url()}/@@termination")
    page.locator("#termination > summary").click()
    page.select_option("#letter-termination-partner", label="City of Brussels")
    fill(page, "termination", sent=ago(10).isoformat(), note="Another text")
    follow(page.locator("#termination [type=submit]"))
    assert "on record with other details" in page.inner_text(".ct-refusal")
    axe(page)


def test_a_forged_form_records_nothing(convention, log_in):
    page = log_in("secretary")
    answer = page.request.post(
        f"{convention.absolute_url()}/@@termination",
        form={"form": "termination", "sent": ago(10).isoformat()},
    )
    assert answer.status == 403
    transaction.begin()
    assert convention.notices == []


def test_a_form_that_is_gone_is_refused(convention, log_in):
    page = log_in("secretary")
    page.goto(f"{convention.absolute_url()}/@@termination")
    token = page.locator("[name=_authenticator]").first.input_value()
    answer = page.request.post(
        f"{convention.absolute_url()}/@@termination",
        form={"form": "complete-7", "_authenticator": token},
    )
    assert answer.status == 400
    assert Conflict.__name__ not in answer.text()
