"""@statement: a bank's statement, what it pays and what waits for a person."""

from base64 import b64encode
from billing.conftest import UNION
from collective.conventions.clock import today
from decimal import Decimal
from services.billed import errors
from services.billed import issued
from statements import camt
from statements import coda
from statements import Movement
import pytest


@pytest.fixture
def invoice(billed, finance):
    return issued(finance, billed.draft())


@pytest.fixture
def number(invoice, finance):
    return finance.get(invoice).json()["computed"]["number"]


def movement(amount, text, **values):
    day = {"day": today(), "value_day": today()}
    return Movement(Decimal(amount), text=text, **day, **values)


def file(*movements, write=coda):
    text = write(movements, account=UNION["iban"], day=today())
    return {"file": {"data": b64encode(text.encode()).decode(), "filename": "statement"}}


@pytest.mark.parametrize("write", [coda, camt])
def test_what_names_its_invoice_is_recorded(invoice, number, finance, write):
    sent = file(movement("595.32", f"Facture {number}"), write=write)
    found = finance.post("@statement", sent).json()
    assert found["left"] == 0
    (statement,) = found["items"]
    (recorded,) = statement["recorded"]
    assert (recorded["amount"], recorded["verdict"]) == ("595.32", "exact")
    assert [one["number"] for one in recorded["invoices"]] == [number]
    assert (statement["movements"], statement["waiting"], statement["failures"]) == (1, [], [])
    assert finance.get(invoice).json()["review_state"] == "paid"
    again = finance.post("@statement", sent).json()["items"][0]
    assert (again["recorded"], again["known"]) == ([], 1)
    assert len(finance.get(f"{invoice}/@payments").json()["payments"]) == 1


def test_what_names_nothing_waits_until_somebody_says_what_it_is(invoice, finance):
    sent = file(movement("100.00", "merci"), movement("5.00", "rien"))
    waiting = finance.post("@statement", sent).json()["items"][0]["waiting"]
    assert {one["amount"] for one in waiting} == {"100.00", "5.00"}
    listed = finance.get("@statement").json()
    assert {one["reference"] for one in listed["items"]} == {one["reference"] for one in waiting}
    paid, other = sorted(waiting, key=lambda one: -Decimal(one["amount"]))
    place = f"@statement/{paid['reference']}"
    uid = finance.get(invoice).json()["UID"]
    assert finance.patch(place, {"invoices": [uid]}).status_code == 204
    balance = finance.get(f"{invoice}/@payments").json()["balance"]
    assert (balance["paid"], balance["state"]) == ("100.00", "partial")
    aside = finance.patch(f"@statement/{other['reference']}", {"reason": "A gift"})
    assert aside.status_code == 204
    assert finance.get("@statement").json()["items_total"] == 0


def test_a_decision_that_makes_no_sense(invoice, finance):
    (one,) = finance.post("@statement", file(movement("5.00", "rien"))).json()["items"][0][
        "waiting"
    ]
    place = f"@statement/{one['reference']}"
    assert errors(finance.patch(place, {})) == {("invoices", None, None, "required")}
    wrong = finance.patch(place, {"invoices": [7], "reason": 7, "colour": "red"})
    assert errors(wrong) == {
        ("invoices", 0, None, "wrong_type"),
        ("reason", None, None, "wrong_type"),
        ("colour", None, None, "unknown_field"),
    }
    assert finance.patch(place, {"invoices": ["nothing"]}).status_code == 404
    assert finance.patch("@statement/nothing", {"reason": "Why"}).status_code == 404
    assert finance.patch("@statement", {"reason": "Why"}).status_code == 404
    assert finance.get("@statement").json()["items_total"] == 1


def test_a_file_that_is_none(invoice, finance):
    data = b64encode(b"not a statement").decode()
    assert finance.post("@statement", {"file": {"data": data}}).status_code == 400
    assert errors(finance.post("@statement", {})) == {("file", None, None, "required")}
    wrong = finance.post("@statement", {"file": {"data": "?"}, "name": "x"})
    assert errors(wrong) == {
        ("file", None, None, "not_base64"),
        ("name", None, None, "unknown_field"),
    }
    cut = file(movement("5.00", "rien"))
    cut["file"]["data"] = cut["file"]["data"][:400]
    assert finance.post("@statement", cut).status_code == 400
    assert finance.get("@statement").json()["items_total"] == 0


def test_what_does_not_fit_into_one_answer_is_sent_again(invoice, finance, monkeypatch):
    monkeypatch.setattr("collective.conventions.services.statement.add.SECONDS", 0.0)
    sent = file(movement("5.00", "rien"), movement("6.00", "rien"))
    assert finance.post("@statement", sent).json()["left"] == 1


def test_the_operator_takes_it_over_all_spaces(invoice, number, finance, owner):
    sent = file(movement("95.32", number), movement("7.00", "rien"))
    (statement,) = owner.post("@statement", sent).json()["items"]
    assert statement["recorded"][0]["invoices"][0]["space"] == "plone"
    assert finance.get(f"{invoice}/@payments").json()["balance"]["paid"] == "95.32"
    (waiting,) = owner.get("@statement").json()["items"]
    assert finance.get("@statement").json()["items_total"] == 0
    place = f"@statement/{waiting['reference']}"
    assert owner.patch(place, {"reason": "Not ours"}).status_code == 204
    assert owner.get("@statement").json()["items_total"] == 0
    for method in ("GET", "POST"):
        assert finance(method, f"{owner.root}/@statement", json={}).status_code == 401


def test_who_may(space, reader, secretary, author):
    for client in (reader, secretary, author, space.client()):
        assert client.get("@statement").status_code == 401
        assert client.post("@statement", {}).status_code == 401
        assert client.patch("@statement/x", {"reason": "x"}).status_code == 401
