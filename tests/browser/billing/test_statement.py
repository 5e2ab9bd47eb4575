"""The file of a bank on its page: what is certain is recorded, the rest is decided by a person."""

from billing.conftest import UNION
from browsing import follow
from collective.conventions.billing.balance import balance_of
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.payments.book import payments_of
from collective.conventions.clock import today
from decimal import Decimal
from statements import coda
from statements import Movement
import transaction


def file_of(*movements):
    numbered = [
        Movement(
            amount=Decimal(amount), text=text, day=today(), value_day=today(), reference=f"R{n}"
        )
        for n, (amount, text) in enumerate(movements)
    ]
    data = coda(numbered, account=UNION["iban"], day=today()).encode()
    return {"name": "bank.cod", "mimeType": "text/plain", "buffer": data}


def read(page, space, *movements):
    page.goto(f"{space.absolute_url()}/@@statement")
    page.get_by_label("Statement in CODA or CAMT.053").set_input_files(file_of(*movements))
    follow(page.get_by_role("button", name="Read the file"))


def test_what_is_certain_is_recorded_once(space, issued, log_in, axe, viewport, fits):
    page = log_in("accountant")
    movement = ("595.32", f"Facture {issued_of(issued).number}")
    read(page, space, movement)
    axe(page)
    fits(page)
    assert page.get_by_text("Payments recorded: 1").is_visible()
    read(page, space, movement)
    assert page.get_by_text("Payments recorded: 0").is_visible()
    assert page.get_by_text("Known before: 1").is_visible()
    transaction.begin()
    assert len(payments_of(issued)) == 1 and not balance_of(issued).open


def test_what_is_not_waits_for_a_choice(space, issued, log_in, axe, viewport, fits):
    page = log_in("accountant")
    read(page, space, ("595.32", "merci"), ("10.00", "don"))
    axe(page)
    fits(page)
    assert page.locator(".cb-cases > li").count() == 2
    gift = page.locator(".cb-cases > li", has_text="10.00")
    gift.locator("summary").click()
    follow(gift.get_by_role("button", name="Set aside"))
    assert page.get_by_role("alert").first.is_visible()
    gift.locator("summary").click()
    gift.get_by_label("Reason").fill("A gift")
    follow(gift.get_by_role("button", name="Set aside"))
    assert page.locator("section[aria-labelledby=cb-aside]").get_by_text("A gift").is_visible()
    rest = page.locator(".cb-cases > li")
    rest.get_by_label("Number of another invoice").fill("nothing")
    follow(rest.get_by_role("button", name="Record"))
    assert page.get_by_text("There is not exactly one document").is_visible()
    rest.get_by_role("checkbox").check()
    follow(rest.get_by_role("button", name="Record"))
    assert page.get_by_text("No payment waits.").is_visible()
    transaction.begin()
    assert not balance_of(issued).open


def test_a_file_of_something_else_is_refused(space, log_in):
    page = log_in("accountant")
    page.goto(f"{space.absolute_url()}/@@statement")
    follow(page.get_by_role("button", name="Read the file"))
    assert page.get_by_text("Please choose a file.").is_visible()
    other = {"name": "x.txt", "mimeType": "text/plain", "buffer": b"not a statement"}
    page.get_by_label("Statement in CODA or CAMT.053").set_input_files(other)
    follow(page.get_by_role("button", name="Read the file"))
    assert page.locator(".cv-verdict-bad").is_visible()


def test_it_needs_the_page_and_the_right(space, issued, client):
    sent = {"do.assign": "1", "reference": "x", "invoice": issued.UID()}
    assert client("accountant").post("@@statement", sent, token=False).status_code == 403
    for who in ("reader", "secretary"):
        assert client(who).get("@@statement").status_code in (302, 401, 403)
        assert client(who).post("@@statement", sent).status_code in (302, 401, 403)
