"""@enrolment: its conditions and days, the confirmation, and what is to be paid back."""

from billing.test_confirming import TIER
from collective.conventions.billing.enrolling import invoices_of
from collective.conventions.clock import today
from datetime import timedelta
from decimal import Decimal
from plone import api
from services.billed import errors
from services.billed import issued
import pytest
import transaction


DAY = today().isoformat()


@pytest.fixture
def post(space, post):
    api.portal.set_registry_record("plone.smtp_host", "mail.example.be")
    api.portal.set_registry_record("plone.email_from_address", "space@example.be")
    transaction.commit()
    return post


@pytest.fixture
def convention(billed):
    person = {"partner": billed.commune.UID(), "name": "B. Person", "email": "b@example.be"}
    return billed.agree(prices=[TIER], participants=2, contacts=[person])


@pytest.fixture
def registered(billed, convention, finance):
    issued(finance, billed.draft(convention))
    transaction.begin()
    (invoice,) = invoices_of(convention)
    paid = {"day": DAY, "amount": "595.32", "reference": "bank-1"}
    assert finance.post(f"{invoice.absolute_url()}/@payments", paid).status_code == 201
    transaction.begin()
    return convention


def address(convention):
    return f"{convention.absolute_url()}/@enrolment"


def test_each_condition_has_its_day(convention, finance):
    found = finance.get(address(convention)).json()
    assert found["per_participant"] and found["state"] == "incomplete"
    assert found["conditions"] == {"form": DAY, "signed": "2024-07-01", "paid": None}
    assert (found["registered"], found["mail"], found["refund"]) == (None, None, "0.00")


def test_the_confirmation_is_sent_once(post, registered, finance):
    found = finance.get(address(registered)).json()
    assert (found["state"], found["registered"]) == ("to_confirm", DAY)
    assert found["mail"]["addresses"] == ["b@example.be"]
    answers = [finance.post(address(registered), {}) for _time in range(3)]
    assert [one.status_code for one in answers] == [201, 200, 200]
    assert answers[0].json() == answers[2].json() == finance.get(address(registered)).json()
    assert answers[0].json()["confirmed"] == {"day": DAY, "address": "b@example.be"}
    assert post.to == ["b@example.be"]


def test_what_was_cancelled_is_to_be_paid_back(registered, finance):
    (invoice,) = invoices_of(registered)
    note = finance.post(f"{invoice.absolute_url()}/@credit", {}).json()
    issued(finance, note["@id"])
    found = finance.get(address(registered)).json()
    assert (found["state"], found["cancelled"], found["refund"]) == ("to_refund", DAY, "595.32")
    assert found["refund_by"] == (today() + timedelta(days=15)).isoformat()
    assert not found["refund_overdue"]
    back = {"day": DAY, "amount": "-595.32", "reference": "bank-2"}
    assert finance.post(f"{invoice.absolute_url()}/@payments", back).status_code == 201
    found = finance.get(address(registered)).json()
    assert (found["state"], found["refunded"], found["refund"]) == ("cancelled", DAY, "0.00")
    assert finance.post(address(registered), {}).status_code == 409


def test_what_cannot_be_sent_says_why(post, billed, convention, registered, finance):
    other = billed.agree()
    answer = finance.post(address(other), {})
    assert answer.status_code == 409 and "Nobody enrols" in answer.json()["message"]
    answer = finance.post(address(registered), {"to": "me@example.be"})
    assert answer.status_code == 400
    assert errors(answer) == {("to", None, None, "unknown_field")}
    post.refused = {"b@example.be"}
    answer = finance.post(address(registered), {})
    assert answer.status_code == 409 and "mail server" in answer.json()["message"]
    assert finance.get(address(registered)).json()["confirmed"] is None


def test_who_may(post, registered, billed, space, finance, reader, secretary, author):
    url = address(registered)
    assert {one.get(url).status_code for one in (reader, secretary, finance)} == {200}
    assert {one.get(url).status_code for one in (author, space.client())} == {401}
    refused = (reader, secretary, author, space.client())
    assert {one.post(url, {}).status_code for one in refused} == {401}
    hidden = address(billed.agree("draft", prices=[TIER]))
    assert {finance.get(hidden).status_code, finance.post(hidden, {}).status_code} == {401}
    assert post.mails == []


def test_the_convention_warns_of_its_price(billed, finance):
    moving = {
        "prices": [{**TIER, "basis": "monthly", "indexed": True}],
        "index_series": "health_index",
        "index_base_month": today().replace(year=2024, month=6, day=1),
        "index_fixed_part": Decimal("0.1"),
        "index_moving_part": Decimal("0.9"),
    }
    warned = finance.get(billed.agree(**moving).absolute_url()).json()["computed"]["warnings"]
    assert [one["code"] for one in warned] == ["index_part_high"]
    assert "0.8" in warned[0]["message"]
    assert finance.get(billed.convention.absolute_url()).json()["computed"]["warnings"] == []
