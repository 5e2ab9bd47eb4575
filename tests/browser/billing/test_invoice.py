"""The page of an invoice in a real browser: from the draft to the last payment (C12)."""

from browsing import follow
from collective.conventions.billing.balance import balance_of
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.payments.book import payments_of
from collective.conventions.clock import today
from decimal import Decimal
from plone import api
import pytest
import transaction


def text_of(page):
    return page.inner_text("#content").replace("\u00a0", " ").replace("\u202f", " ")


def test_a_draft_names_what_it_lacks_and_leads_there(
    space, convention, draft, commune, log_in, axe, viewport, fits
):
    invoice = draft(convention, buyer_reference=None)
    convention.buyer_reference = None
    commune.city = None
    transaction.commit()
    page = log_in("accountant")
    page.goto(invoice.absolute_url())
    axe(page)
    fits(page)
    assert page.locator(".cv-draft-mark").is_visible()
    assert page.locator("#content").get_by_role("link", name="Issue", exact=True).count() == 0
    links = {
        link.inner_text(): link.get_attribute("href") for link in page.locator(".cb-lacks a").all()
    }
    assert links["Reference of the buyer"] == (
        f"{invoice.absolute_url()}/edit#form-widgets-buyer_reference"
    )
    assert links["Customer: City"] == f"{commune.absolute_url()}/edit#form-widgets-city"
    follow(page.get_by_role("link", name="Reference of the buyer"))
    page.get_by_label("Reference of the buyer").fill("PO-8")
    follow(page.get_by_role("button", name="Save"))
    assert "Reference of the buyer: There is no" not in text_of(page)
    page.goto(f"{invoice.absolute_url()}/@@issue")
    assert page.get_by_text("It cannot be issued yet").is_visible()
    assert page.get_by_role("button", name="Issue").count() == 0


def test_it_is_issued_after_a_second_look(space, convention, draft, log_in, axe, viewport, fits):
    invoice = draft(convention)
    page = log_in("accountant")
    page.goto(invoice.absolute_url())
    follow(page.get_by_role("link", name="Issue", exact=True))
    axe(page)
    fits(page)
    assert "595.32 €" in text_of(page)
    follow(page.get_by_role("button", name="Issue"))
    number = f"{today().year}-0001"
    assert page.get_by_role("heading", name=f"Invoice {number}").is_visible()
    assert page.get_by_text("Verified").is_visible()
    axe(page)
    fits(page)
    transaction.begin()
    issued = issued_of(invoice)
    assert issued.number == number
    assert set(issued.files) == {"xml", "pdf"}


def test_the_page_shows_what_was_frozen(space, issued, commune, log_in):
    commune.title = "Another name"
    commune.reindexObject()
    transaction.commit()
    page = log_in("accountant")
    page.goto(issued.absolute_url())
    said = text_of(page)
    assert "Hauteville" in said and "Another name" not in said
    for fact in ("492.00 €", "103.32 €", "595.32 €", "BE09 0910 1158 4657", "ACC-1", "PO-7"):
        assert fact in said


def test_a_document_that_was_touched_is_told(space, issued, log_in):
    frozen = issued_of(issued)
    frozen.text = frozen.text.replace("Accès", "Autre")
    transaction.commit()
    page = log_in("accountant")
    page.goto(issued.absolute_url())
    assert page.get_by_text("This is no longer what was issued:").is_visible()
    assert page.locator(".cv-verdict-bad li").all_inner_texts() == ["Data of the document"]
    assert page.get_by_text("Verified").count() == 0


def test_its_files_are_what_was_issued(issued, client):
    path = "/".join(issued.getPhysicalPath()[2:])
    accountant = client("accountant")
    xml = accountant.get(f"{path}/@@document.xml")
    assert xml.content == issued_of(issued).files["xml"].data
    assert xml.headers["Content-Type"] == "application/xml"
    assert f"invoice-{today().year}-0001.xml" in xml.headers["Content-Disposition"]
    assert accountant.get(f"{path}/@@document.pdf").content.startswith(b"%PDF")
    assert client("signer").get(f"{path}/@@document.xml").status_code in (302, 401, 403)


def test_a_draft_has_a_preview_and_no_files(convention, draft, client):
    path = "/".join(draft(convention).getPhysicalPath()[2:])
    accountant = client("accountant")
    assert accountant.get(f"{path}/@@preview.pdf").content.startswith(b"%PDF")
    assert accountant.get(f"{path}/@@document.pdf").status_code == 404
    assert accountant.get(f"{path}/@@document.xml").status_code == 404


def test_a_payment_is_recorded(space, issued, log_in, axe, viewport, fits):
    page = log_in("accountant")
    page.goto(issued.absolute_url())
    follow(page.get_by_role("link", name="Record a payment"))
    axe(page)
    fits(page)
    assert page.get_by_label("Amount (EUR)").input_value() == "595.32"
    page.get_by_label("Amount (EUR)").fill("200.001")
    follow(page.get_by_role("button", name="Record"))
    assert page.locator("#cf-problems").get_by_text("two decimals at most").is_visible()
    page.get_by_label("Amount (EUR)").fill("200")
    follow(page.get_by_role("button", name="Record"))
    assert "395.32 €" in text_of(page)
    transaction.begin()
    assert balance_of(issued).open == Decimal("395.32")
    assert payments_of(issued)[0].payer == "Hauteville"


def test_the_same_form_sent_twice_counts_once(issued, client):
    path = "/".join(issued.getPhysicalPath()[2:])
    sent = {
        "day": today().isoformat(),
        "amount": "100",
        "means": "transfer",
        "reference": "0123456789abcdef" * 2,
    }
    accountant = client("accountant")
    for _time in range(2):
        assert accountant.post(f"{path}/@@payment", sent).status_code == 302
    transaction.begin()
    assert [one.amount for one in payments_of(issued)] == [Decimal(100)]


def test_a_part_is_credited(space, issued, log_in, axe, viewport, fits):
    page = log_in("accountant")
    page.goto(issued.absolute_url())
    follow(page.get_by_role("link", name="Make a credit note"))
    axe(page)
    fits(page)
    page.get_by_label("Accès").fill("7")
    follow(page.get_by_role("button", name="Draft the credit note"))
    assert page.locator("#cf-problems").is_visible()
    page.get_by_label("Accès").fill("0")
    follow(page.get_by_role("button", name="Draft the credit note"))
    assert page.get_by_text("Nothing is taken back.").is_visible()
    page.get_by_label("Accès").fill("2")
    page.get_by_label("Remarks").fill("Two months too many.")
    follow(page.get_by_role("button", name="Draft the credit note"))
    assert page.locator(".cv-draft-mark").is_visible()
    follow(page.get_by_role("link", name="Issue", exact=True))
    follow(page.get_by_role("button", name="Issue"))
    assert page.get_by_role("heading", name=f"Credit note NC-{today().year}-0001").is_visible()
    axe(page)
    follow(page.get_by_role("link", name=f"{today().year}-0001", exact=True))
    assert "-198.44 €" in text_of(page)
    transaction.begin()
    assert balance_of(issued).open == Decimal("396.88")


@pytest.mark.parametrize("name", ["issue", "payment", "credit"])
def test_a_change_needs_the_page_and_the_right(issued, convention, draft, client, name):
    other = draft(convention, title="Other")
    target = other if name == "issue" else issued
    path = f"{'/'.join(target.getPhysicalPath()[2:])}/@@{name}"
    sent = {"day": today().isoformat(), "amount": "100", "means": "transfer", "quantity_0": "1"}
    assert client("accountant").post(path, sent, token=False).status_code == 403
    for who in ("reader", "secretary", "author"):
        assert client(who).get(path).status_code in (302, 401, 403)
        assert client(who).post(path, sent).status_code in (302, 401, 403)
    transaction.begin()
    assert payments_of(issued) == () and issued_of(other) is None
    assert len(api.content.find(portal_type="Invoice")) == 2
