"""@workflow of an invoice: issuing it, and what it lacks."""

from collective.conventions.billing import issuers
from services.billed import errors
from services.billed import issued
import transaction


def test_issuing_answers_the_number(billed, finance):
    url = billed.draft()
    (step,) = finance.get(f"{url}/@workflow").json()["transitions"]
    assert (step["id"], step["missing"]) == ("issue", [])
    answer = finance.post(f"{url}/@workflow/issue", {}).json()
    assert (answer["action"], answer["review_state"]) == ("issue", "issued")
    read = finance.get(url).json()
    assert read["computed"]["number"] == answer["number"]
    assert read["computed"]["due"] > read["computed"]["issued"]
    assert read["computed"]["balance"]["open"] == "595.32"
    assert finance.get(f"{url}/@workflow").json()["transitions"] == []


def test_asking_again_says_that_it_is_done(billed, finance):
    url = billed.draft()
    number = finance.post(f"{url}/@workflow/issue", {}).json()["number"]
    again = finance.post(f"{url}/@workflow/issue", {})
    assert again.status_code == 409 and number in again.json()["message"]
    assert finance.get(url).json()["computed"]["number"] == number


def test_everything_that_is_missing_is_named_and_no_number_is_taken(billed, finance):
    url = billed.draft(lines=[], buyer_reference=None, customer=billed.union.UID())
    with_reference = billed.convention
    with_reference.buyer_reference = None
    transaction.commit()
    answer = finance.post(f"{url}/@workflow/issue", {})
    assert answer.status_code == 422
    codes = {code for _field, _row, _column, code in errors(answer)}
    assert codes == {"no_lines", "no_buyer_reference", "issuer_is_customer"}
    (step,) = finance.get(f"{url}/@workflow").json()["transitions"]
    assert {one["code"] for one in step["missing"]} == codes
    good = finance.post(f"{billed.draft(buyer_reference='PO')}/@workflow/issue", {}).json()
    assert good["number"].endswith("-0001")


def test_in_the_name_of_another_nobody_issues(billed, finance, space):
    issuers.entrust(space.portal.getPhysicalRoot(), "0451461655", "elsewhere")
    transaction.commit()
    refused = finance.post(f"{billed.draft()}/@workflow/issue", {})
    assert refused.status_code == 403 and refused.json()["message"]


def test_only_this_step_is_taken_and_nothing_is_sent_with_it(billed, finance):
    url = billed.draft()
    for step in ("settle", "credit", "approve", "issue/more", ""):
        assert finance.post(f"{url}/@workflow/{step}", {}).status_code == 404, step
    odd = finance.post(f"{url}/@workflow/issue", {"number": "1", "today": "2020-01-01"})
    assert {field for field, _r, _c, _code in errors(odd)} == {"number", "today"}


def test_who_may_not_is_told_so(billed, reader, author, space):
    url = billed.draft()
    for client in (reader, author):
        assert client.get(f"{url}/@workflow").json()["transitions"] == []
        assert client.post(f"{url}/@workflow/issue", {}).status_code == 403
    assert space.client().post(f"{url}/@workflow/issue", {}).status_code == 401


def test_what_is_issued_stays_as_it_is(billed, finance, author):
    url = billed.draft()
    assert author.patch(url, {"remarks": "New"}).status_code == 403
    assert finance.patch(url, {"remarks": "New"}).status_code == 204
    issued(finance, url)
    for client in (finance, author):
        refused = client.patch(url, {"remarks": "Newer"})
        assert refused.status_code == 409 and "issued" in refused.json()["message"]
    assert finance.delete(url).status_code in (401, 403, 409)
    assert finance.get(url).json()["remarks"] == "New"


def test_an_expanded_reading_holds_the_same(billed, finance):
    url = billed.draft()
    expanded = finance.get(url, params={"expand": "workflow"}).json()["@components"]["workflow"]
    assert expanded == finance.get(f"{url}/@workflow").json()
