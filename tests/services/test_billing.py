"""@billing: the invoices of a space and what they add up to."""

from collective.conventions.clock import today
from services.billed import errors
from services.billed import issued
import pytest


@pytest.fixture
def three(billed, finance):
    """A draft, an open invoice and a paid one."""
    billed.draft()
    issued(finance, billed.draft())
    paid = issued(finance, billed.draft())
    payment = {"day": today().isoformat(), "amount": "595.32", "reference": "1"}
    assert finance.post(f"{paid}/@payments", payment).ok
    return billed


def test_the_invoices_with_their_totals(three, finance):
    found = finance.get("@billing").json()
    assert found["items_total"] == 3
    assert [one["review_state"] for one in found["items"]] == ["draft", "paid", "issued"]
    paid = found["items"][1]
    assert (paid["gross"], paid["paid"], paid["open"]) == ("595.32", "595.32", "0.00")
    assert paid["customer"]["title"] == "Hauteville" and paid["overdue"] is False
    overall = found["totals"]["overall"]
    assert (overall["count"], overall["invoiced"], overall["open"]) == (2, "1190.64", "595.32")
    (customer,) = found["totals"]["per_customer"]
    assert (customer["title"], customer["paid"]) == ("Hauteville", "595.32")
    assert [one["year"] for one in found["totals"]["per_year"]] == [today().year]


def test_filters(three, finance):
    def count(query):
        return finance.get(f"@billing?{query}").json()["items_total"]

    assert (count("state=open"), count("state=paid"), count("state=draft")) == (1, 1, 1)
    assert count("state=overdue") == 0
    assert count(f"customer={three.commune.UID()}") == 3
    assert count(f"customer={three.union.UID()}") == 0
    assert (count(f"year={today().year}"), count("year=2020")) == (2, 0)
    batch = finance.get("@billing?b_size=1&state=paid").json()
    assert batch["@id"].endswith("@billing?state=paid&b_size=1") and len(batch["items"]) == 1


def test_everything_that_is_wrong_is_named_at_once(space, finance):
    answer = finance.get("@billing?state=lost&customer=nobody&year=x&b_start=-1")
    assert answer.status_code == 400
    assert {field for field, _r, _c, _code in errors(answer)} == {
        "state",
        "customer",
        "year",
        "b_start",
    }
    assert finance.get("@billing?year=99999999999").status_code == 400


def test_who_may(space, reader, secretary, author, signer):
    assert {one.get("@billing").status_code for one in (reader, secretary)} == {200}
    assert {one.get("@billing").status_code for one in (author, signer, space.client())} == {401}
