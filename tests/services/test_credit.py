"""@credit: the draft of a credit note, for all of an invoice or some of it."""

from services.billed import errors
from services.billed import issued
import pytest


@pytest.fixture
def invoice(billed, finance):
    return issued(finance, billed.draft())


def line(price="82.00", **values):
    return {"description": "Given back", "quantity": 1, "unit_price": price, **values}


def test_the_whole_of_it(invoice, finance):
    made = finance.post(f"{invoice}/@credit", {"remarks": "By agreement"})
    assert made.status_code == 201
    note = made.json()
    assert note["@id"] == made.headers["Location"]
    assert (note["document_kind"]["token"], note["review_state"]) == ("credit_note", "draft")
    assert note["computed"]["totals"]["gross"] == "595.32"
    assert note["remarks"] == "By agreement"
    issued(finance, note["@id"])
    read = finance.get(invoice).json()
    assert read["review_state"] == "credited"
    assert read["computed"]["balance"]["credited"] == "595.32"
    again = finance.post(f"{invoice}/@credit", {})
    assert again.status_code == 409


def test_some_of_it(invoice, finance):
    note = finance.post(f"{invoice}/@credit", {"lines": [line()]}).json()
    assert note["computed"]["totals"]["gross"] == "99.22"
    issued(finance, note["@id"])
    balance = finance.get(invoice).json()["computed"]["balance"]
    assert (balance["credited"], balance["open"]) == ("99.22", "496.10")


def test_no_more_than_is_left(invoice, finance):
    before = finance.get(invoice.rpartition("/")[0]).json()["items_total"]
    refused = finance.post(f"{invoice}/@credit", {"lines": [line("492.01")]})
    assert refused.status_code == 422
    assert {code for _f, _r, _c, code in errors(refused)} == {"credit_too_large"}
    assert finance.get(invoice.rpartition("/")[0]).json()["items_total"] == before


def test_everything_that_is_wrong_is_named_at_once(invoice, finance):
    rows = [line("much", colour="red"), {"unit_price": 1}, 7]
    answer = finance.post(f"{invoice}/@credit", {"lines": rows, "remarks": 7, "all": True})
    assert answer.status_code == 400
    assert errors(answer) == {
        ("lines", 0, "unit_price", "not_a_number"),
        ("lines", 0, "colour", "unknown_column"),
        ("lines", 1, "description", "required"),
        ("lines", 2, None, "not_a_row"),
        ("remarks", None, None, "wrong_type"),
        ("all", None, None, "unknown_field"),
    }
    nothing = finance.post(f"{invoice}/@credit", {"lines": []})
    assert errors(nothing) == {("lines", None, None, "required")}
    rate = finance.post(f"{invoice}/@credit", {"lines": [line(vat_rate="20.123")]})
    assert errors(rate) == {("lines", 0, "vat_rate", "vat_rate_invalid")}


def test_a_draft_is_not_credited(billed, finance):
    refused = finance.post(f"{billed.draft()}/@credit", {})
    assert refused.status_code == 409


def test_who_may(invoice, reader, author, owner, space):
    for client in (reader, author, space.client()):
        assert client.post(f"{invoice}/@credit", {}).status_code == 401
    assert owner.post(f"{invoice}/@credit", {}).status_code == 201
