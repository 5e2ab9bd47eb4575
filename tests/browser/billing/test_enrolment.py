"""The section on the enrolment: what is missing, the confirmation, what is to be paid back."""

from billing.test_confirming import TIER
from billing.test_enrolling import contacts
from billing.test_enrolling import GROSS
from billing.test_enrolling import pay
from billing.test_mailing import post
from browser.pages.reading import html
from browsing import follow
from collective.conventions.billing.confirming import confirmed
from collective.conventions.billing.credit import draft_credit_note
from collective.conventions.billing.issue import issue
from collective.conventions.clock import today
from datetime import timedelta
import pytest
import transaction


__all__ = ["contacts", "post"]


@pytest.fixture
def convention(space, agree, commune, contacts):
    return agree(commune, title="Ouvrir ma ville", participants=2, contacts=contacts, prices=[TIER])


@pytest.fixture
def registered(convention, issued):
    pay(issued, GROSS, today())
    transaction.commit()
    return convention


def path_of(convention):
    return f"{'/'.join(convention.getPhysicalPath()[2:])}/@@confirm-enrolment"


def test_what_is_missing_is_told(space, agree, commune, union):
    rows = [{"partner": one.UID(), "name": "A. Person"} for one in (union, commune)]
    page = html(agree(commune, "draft", prices=[TIER], signatories=rows), user="space-manager")
    for said in (
        "Number of participants; A contact person of the customer",
        "Signature of Union; Signature of Hauteville",
        "Nothing has been invoiced yet",
    ):
        assert said in page, said
    assert "Send the confirmation" not in page


def test_what_is_still_to_pay_is_told(convention, issued):
    assert "595.32 € still to pay" in html(convention, user="accountant")


def test_it_is_confirmed_with_a_button(post, registered, log_in, axe, viewport, fits):
    page = log_in("accountant")
    page.goto(registered.absolute_url())
    section = page.locator("section[aria-labelledby=cv-enrolment]")
    assert "Registered on" in section.inner_text()
    section.locator("summary").click()
    assert section.get_by_text("your payment has arrived").is_visible()
    axe(page)
    fits(page)
    follow(page.get_by_role("button", name="Send the confirmation"))
    assert page.get_by_text("The confirmation is sent.").is_visible()
    assert "b@hauteville.example.be" in section.inner_text()
    assert page.get_by_role("button", name="Send the confirmation").count() == 0
    axe(page)
    assert post.to == ["b@hauteville.example.be"]
    page.goto(f"{registered.absolute_url()}/@@journal")
    assert page.get_by_text("Enrolment confirmed by mail").is_visible()


def test_what_is_to_be_paid_back_says_until_when(registered, issued, log_in, axe, viewport, fits):
    issue(draft_credit_note(issued), today() - timedelta(days=20))
    transaction.commit()
    assert "overdue" not in section_of(html(registered, user="accountant"))
    pay(issued, GROSS, today() - timedelta(days=18))
    pay(issued, -GROSS, today())
    transaction.commit()
    page = log_in("accountant")
    page.goto(registered.absolute_url())
    section = page.locator("section[aria-labelledby=cv-enrolment]")
    assert (
        "Cancelled on" in section.inner_text() and "To be paid back until" in section.inner_text()
    )
    assert "595.32" in section.inner_text()
    axe(page)
    fits(page)
    pay(issued, -GROSS, today() - timedelta(days=1))
    transaction.commit()
    assert "Paid back on" in section_of(html(registered, user="accountant"))


def test_what_was_not_paid_back_in_time_is_overdue(convention, issued):
    pay(issued, GROSS, today() - timedelta(days=30))
    issue(draft_credit_note(issued), today() - timedelta(days=16))
    assert "overdue" in section_of(html(convention, user="accountant"))


def test_what_was_never_paid_is_not_paid_back(convention, issued):
    issue(draft_credit_note(issued), today())
    assert "Nothing had been paid." in section_of(html(convention, user="accountant"))


def section_of(page):
    return page.partition('aria-labelledby="cv-enrolment"')[2].partition("</section>")[0]


def test_who_sees_no_billing_sees_no_enrolment(space, agree, commune, registered):
    assert 'id="cv-enrolment"' not in html(registered, user="author")
    assert 'id="cv-enrolment"' not in html(agree(commune), user="accountant")
    read = html(registered, user="reader")
    assert 'id="cv-enrolment"' in read and "Send the confirmation" not in read


def test_it_needs_the_page_and_the_right(post, registered, client):
    for who in ("reader", "secretary", "author"):
        assert client(who).post(path_of(registered), {}).status_code in (302, 401, 403)
    assert client("accountant").post(path_of(registered), {}, token=False).status_code == 403
    assert client("accountant").get(path_of(registered)).status_code == 302
    transaction.begin()
    assert confirmed(registered) is None and post.mails == []
    for _time in range(2):
        assert client("accountant").post(path_of(registered), {}).status_code == 302
    assert len(post.mails) == 1


def test_a_draft_of_a_convention_stays_closed(space, agree, commune, client):
    draft = agree(commune, state="draft", title="Secret plan", prices=[TIER])
    answer = client("accountant").post(path_of(draft), {})
    assert answer.status_code in (302, 401, 403)
    assert "cv-enrolment" not in answer.headers.get("Location", "")


def test_why_it_cannot_be_sent_is_told(registered, log_in):
    page = log_in("accountant")
    page.goto(registered.absolute_url())
    follow(page.get_by_role("button", name="Send the confirmation"))
    assert page.get_by_text("it is named in the mail settings").is_visible()
