"""Sending documents and letters from their pages."""

from browsing import follow
from collective.conventions.billing import sendings
from collective.conventions.billing.dunning_steps import steps
from collective.conventions.terms.dunning import Step
import pytest
import transaction


def test_a_letter_is_printed_and_posted(space, late, log_in, client, axe, viewport, fits):
    page = log_in("accountant")
    page.goto(f"{space.absolute_url()}/@@dunning")
    axe(page)
    fits(page)
    assert page.get_by_role("heading", name="Reminder").is_visible()
    assert page.get_by_text("No e-mail address: to be posted.").is_visible()
    path = f"@@dunning-letter?uid={late.UID()}"
    assert client("accountant").get(path).content.startswith(b"%PDF")
    follow(page.get_by_role("button", name="Posted today"))
    assert page.get_by_text("No letter is due.").is_visible()
    transaction.begin()
    assert [one.what for one in sendings.sendings(late)] == ["reminder"]


def test_the_days_are_set_by_who_manages_the_space(space, log_in, client, axe):
    page = log_in("space-manager")
    page.goto(f"{space.absolute_url()}/@@dunning")
    page.get_by_label("Second reminder").fill("x")
    follow(page.get_by_role("button", name="Save"))
    assert page.get_by_text("Please enter numbers of days.").is_visible()
    page.get_by_label("Second reminder").fill("5")
    follow(page.get_by_role("button", name="Save"))
    assert page.locator(".cv-verdict-bad").is_visible()
    axe(page)
    page.get_by_label("Second reminder").fill("")
    follow(page.get_by_role("button", name="Save"))
    transaction.begin()
    assert steps() == (Step("reminder", 10), Step("formal_notice", 45))
    sent = {"do.steps": "1", "reminder": "1"}
    assert client("accountant").post("@@dunning", sent).status_code == 403


def test_what_cannot_be_sent_is_told(space, late, log_in, axe, viewport, fits):
    page = log_in("accountant")
    page.goto(f"{space.absolute_url()}/@@billing-mails")
    axe(page)
    fits(page)
    page.locator("details summary").first.click()
    assert page.get_by_text("no address").is_visible()
    follow(page.get_by_role("button", name="Send"))
    assert page.get_by_text("Sent: 0").is_visible()


@pytest.mark.parametrize("name", ["dunning", "billing-mails"])
def test_who_only_reads_sends_nothing(late, client, name):
    sent = {"do.send": "1", "do.posted": "1", "uid": late.UID(), "letter": "reminder"}
    assert client("reader").post(f"@@{name}", sent).status_code == 403
    assert client("accountant").post(f"@@{name}", sent, token=False).status_code == 403
    assert client("author").get(f"@@{name}").status_code in (302, 401, 403)
    transaction.begin()
    assert sendings.sendings(late) == ()
