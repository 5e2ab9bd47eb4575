"""@payments: what is open of an invoice, and recording what was paid."""

from collective.conventions.clock import today
from datetime import timedelta
from services.billed import errors
from services.billed import issued
import pytest


PAYMENT = {"day": "2026-01-20", "amount": "200.00", "reference": "bank-1"}


@pytest.fixture
def invoice(billed, finance):
    return issued(finance, billed.draft())


def sent(amount="200.00", reference="bank-1", **values):
    return {"day": today().isoformat(), "amount": amount, "reference": reference, **values}


def test_what_is_open_after_each_payment(invoice, finance):
    first = finance.post(f"{invoice}/@payments", sent(payer="Hauteville"))
    assert first.status_code == 201
    found = first.json()["balance"]
    assert (found["gross"], found["paid"], found["open"]) == ("595.32", "200.00", "395.32")
    assert found["state"] == "partial" and found["days_overdue"] == 0
    rest = finance.post(f"{invoice}/@payments", sent("395.32", "bank-2")).json()
    assert (rest["balance"]["open"], rest["balance"]["state"]) == ("0.00", "paid")
    assert [one["reference"] for one in rest["payments"]] == ["bank-1", "bank-2"]
    assert rest["payments"][0]["payer"] == "Hauteville"
    assert finance.get(f"{invoice}/@payments").json() == rest
    read = finance.get(invoice).json()
    assert read["review_state"] == "paid"
    assert read["computed"]["balance"] == rest["balance"]


def test_the_same_payment_again_is_recorded_once(invoice, finance):
    first = finance.post(f"{invoice}/@payments", sent())
    again = finance.post(f"{invoice}/@payments", sent())
    assert (again.status_code, again.json()) == (200, first.json())
    other = finance.post(f"{invoice}/@payments", sent("200.01"))
    assert other.status_code == 409 and "bank-1" in other.json()["message"]
    assert finance.get(f"{invoice}/@payments").json() == first.json()


def test_what_is_given_back_opens_the_invoice_again(invoice, finance):
    finance.post(f"{invoice}/@payments", sent("595.32"))
    back = finance.post(f"{invoice}/@payments", sent("-595.32", "bank-2")).json()
    assert back["balance"]["open"] == "595.32"
    assert finance.get(invoice).json()["review_state"] == "issued"


def test_everything_that_is_wrong_is_named_at_once(invoice, finance):
    wrong = {"day": "20-01-2026", "amount": "1,5", "reference": 7, "colour": "red"}
    answer = finance.post(f"{invoice}/@payments", wrong)
    assert answer.status_code == 400
    assert errors(answer) == {
        ("day", None, None, "not_a_date"),
        ("amount", None, None, "not_a_number"),
        ("reference", None, None, "wrong_type"),
        ("colour", None, None, "unknown_field"),
    }
    missing = finance.post(f"{invoice}/@payments", {})
    assert {code for _f, _r, _c, code in errors(missing)} == {"required"}
    assert {field for field, _r, _c, _code in errors(missing)} == {"day", "amount", "reference"}


def test_what_no_payment_can_be(invoice, finance):
    tomorrow = (today() + timedelta(days=1)).isoformat()
    answer = finance.post(f"{invoice}/@payments", {**sent("0.005"), "day": tomorrow})
    assert answer.status_code == 422
    assert errors(answer) == {
        ("amount", None, None, "no_cents"),
        ("day", None, None, "in_future"),
    }
    assert finance.get(f"{invoice}/@payments").json()["payments"] == []


def test_a_draft_is_not_paid(billed, finance):
    draft = billed.draft()
    assert finance.post(f"{draft}/@payments", sent()).status_code == 409
    found = finance.get(f"{draft}/@payments").json()
    assert (found["number"], found["balance"], found["payments"]) == (None, None, [])


def test_who_may(invoice, reader, author, secretary, space):
    assert reader.get(f"{invoice}/@payments").status_code == 200
    assert secretary.get(f"{invoice}/@payments").status_code == 200
    assert author.get(f"{invoice}/@payments").status_code == 401
    for client in (reader, author, secretary, space.client()):
        assert client.post(f"{invoice}/@payments", sent()).status_code == 401
