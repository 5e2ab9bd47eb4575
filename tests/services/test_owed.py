"""@owed: what a customer has to pay, and why."""

from services.billed import errors
from services.billed import issued


def test_the_open_documents_say_how_they_came_about(billed, finance):
    draft = billed.draft()
    url = issued(finance, billed.draft())
    found = finance.get(f"@owed?customer={billed.commune.UID()}").json()
    assert (found["items_total"], found["open"]) == (1, "595.32")
    (item,) = found["items"]
    assert item["@id"] == url != draft and item["days_late"] == 0
    assert item["document"]["issuer"]["iban"] == "BE09091011584657"
    assert item["document"]["lines"][0]["net"] == "492.00"
    assert finance.get(f"@owed?customer={billed.union.UID()}").json()["items"] == []


def test_without_a_name_the_entity_of_the_space(billed, finance):
    issued(finance, billed.draft())
    # What this space issues itself it does not owe.
    found = finance.get("@owed").json()
    assert (found["items_total"], found["open"]) == (0, "0.00")


def test_a_question_that_makes_no_sense(billed, finance):
    answer = finance.get("@owed?customer=nobody&b_start=x")
    assert answer.status_code == 400
    assert {field for field, _r, _c, _code in errors(answer)} == {"customer", "b_start"}


def test_who_may(space, reader, secretary, author):
    assert {one.get("@owed").status_code for one in (reader, secretary)} == {200}
    assert {one.get("@owed").status_code for one in (author, space.client())} == {401}
