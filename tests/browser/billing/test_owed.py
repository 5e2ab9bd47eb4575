"""What the entity of a space owes, and why, on its page (C11)."""

from billing.test_receiving import SENT
from collective.conventions.billing.einvoice.write import ubl
from collective.conventions.billing.receiving import receive
from collective.conventions.clock import today
import transaction


def test_it_is_told_with_how_to_pay_it(space, convention, log_in, axe, viewport, fits):
    receive(convention, ubl(SENT), today())
    transaction.commit()
    page = log_in("accountant")
    page.goto(f"{space.absolute_url()}/@@owed")
    axe(page)
    fits(page)
    said = page.inner_text("#content").replace("\u00a0", " ")
    assert "F/2026/77" in said and SENT.lines[0].description in said
    assert f"{SENT.gross:,.2f} €" in said


def test_who_owes_nothing_is_told(space, log_in):
    page = log_in("reader")
    page.goto(f"{space.absolute_url()}/@@owed")
    assert page.get_by_text("Nothing is open.").is_visible()
