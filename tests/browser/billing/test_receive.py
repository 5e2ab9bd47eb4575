"""An e-invoice of another comes into a convention by its page."""

from billing.test_receiving import SENT
from browsing import follow
from collective.conventions.billing.balance import parts_of
from collective.conventions.billing.einvoice.write import ubl
import pytest
import transaction


@pytest.fixture
def owed(convention):
    """A convention in which the union, which issues nothing here, bills the commune."""
    return convention


def file_of(data):
    return {"name": "f.xml", "mimeType": "application/xml", "buffer": data}


def test_it_comes_in_or_is_refused_with_its_faults(space, owed, log_in, axe, viewport, fits):
    page = log_in("accountant")
    page.goto(owed.absolute_url())
    follow(page.get_by_role("link", name="Receive an e-invoice"))
    axe(page)
    fits(page)
    page.get_by_label("E-invoice (XML)").set_input_files(file_of(b"<a/>"))
    follow(page.get_by_role("button", name="Receive"))
    assert page.get_by_role("heading", name="This was not received").is_visible()
    axe(page)
    page.get_by_label("E-invoice (XML)").set_input_files(file_of(ubl(SENT)))
    follow(page.get_by_role("button", name="Receive"))
    assert page.get_by_role("heading", name="Invoice F/2026/77").is_visible()
    assert page.get_by_role("link", name="Make a credit note").count() == 0
    axe(page)
    transaction.begin()
    assert len(list(parts_of(owed))) == 1


def test_it_needs_the_page_and_the_right(space, owed, client):
    path = f"{'/'.join(owed.getPhysicalPath()[2:])}/@@receive"
    for who in ("reader", "secretary"):
        assert client(who).get(path).status_code in (302, 401, 403)
    assert client("accountant").post(path, {}, token=False).status_code == 403
    transaction.begin()
    assert list(parts_of(owed)) == []


def test_a_draft_of_a_convention_stays_closed(space, agree, commune, client):
    draft = agree(commune, state="draft", title="Secret plan")
    answer = client("accountant").get(f"{'/'.join(draft.getPhysicalPath()[2:])}/@@receive")
    assert answer.status_code in (302, 401, 403)
    assert "Secret plan" not in answer.text
