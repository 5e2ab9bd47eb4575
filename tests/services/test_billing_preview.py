"""@billing-preview: what a run would issue, with its reasons, before anything is written."""

from billing.conftest import MONTHLY
from collective.conventions.clock import today
from decimal import Decimal
from plone import api
from services.billed import errors
import transaction


def test_each_document_is_told_with_its_reasons(billed, finance):
    day = today()
    found = finance.get(f"{billed.convention.absolute_url()}/@billing-preview").json()
    assert (found["items_total"], found["on"]) == (1, day.isoformat())
    (document,) = found["items"]
    (line,) = document["lines"]
    assert (document["kind"], document["issuer"]["name"]) == ("invoice", "Union")
    assert Decimal(line["quantity"]) == (6 if day.month <= 6 else 12)
    assert line["net"] == str(Decimal(line["quantity"]) * Decimal("82.00"))
    (reason,) = line["reasons"]
    assert reason["code"] == "months_in_force"
    assert reason["params"]["first"] == f"{day.year}-01-01"
    assert str(day.year) in reason["sentence"] and "${" not in reason["sentence"]
    assert (document["number"], document["findings"]) == ("", [])


def test_reasons_speak_the_language_of_the_client(billed, finance):
    with api.env.adopt_roles(["Manager"]):
        api.portal.set_registry_record("plone.available_languages", ["en", "fr"])
        api.portal.set_registry_record("plone.use_request_negotiation", True)
    transaction.commit()
    url = f"{billed.convention.absolute_url()}/@billing-preview"
    said = {}
    for language in ("en", "fr"):
        answer = finance.get(url, headers={"Accept-Language": language}).json()
        said[language] = answer["items"][0]["lines"][0]["reasons"][0]["sentence"]
    assert "January" in said["en"] and "janvier" in said["fr"]


def test_what_keeps_a_document_from_being_issued_is_told(billed, finance):
    convention = billed.agree(buyer_reference=None, title="Without")
    found = finance.get(f"{convention.absolute_url()}/@billing-preview").json()
    (finding,) = found["items"][0]["findings"]
    assert finding["code"] == "no_buyer_reference" and "Hauteville" in finding["message"]


def test_all_conventions_of_a_space_in_batches(billed, finance):
    billed.agree(title="Free", free_of_charge=True, prices=[])
    billed.agree("draft", title="Not signed")
    found = finance.get("@billing-preview").json()
    titles = {one["convention"]["title"]: len(one["documents"]) for one in found["items"]}
    assert titles == {"Access": 1} and found["items_total"] == 2
    first = finance.get("@billing-preview?b_size=1").json()
    assert len(first["items"]) == 1 and first["batching"]["next"].endswith("b_start=1&b_size=1")
    assert finance.get(first["batching"]["next"]).json()["items"] == []


def test_one_convention_that_cannot_be_read_hides_no_other(billed, finance):
    great = {**MONTHLY, "amount": Decimal("9e999999")}
    bad = billed.agree(title="Bad", prices=[great])
    found = {
        one["convention"]["title"]: one for one in finance.get("@billing-preview").json()["items"]
    }
    assert found["Bad"]["failure"] and found["Bad"]["documents"] == []
    assert found["Access"]["failure"] is None and len(found["Access"]["documents"]) == 1
    refused = finance.get(f"{bad.absolute_url()}/@billing-preview")
    assert refused.status_code == 422
    assert {field for field, _r, _c, _code in errors(refused)} == {"prices"}


def test_nothing_is_written(billed, finance, space):
    before = space.record(billed.convention.absolute_url())
    finance.get("@billing-preview")
    assert space.record(billed.convention.absolute_url()) == before


def test_d1_b6_what_costs_nothing_is_refused_clearly(billed, finance):
    for values in ({"monetary": False}, {"free_of_charge": True}):
        convention = billed.agree(prices=[], **values)
        refused = finance.get(f"{convention.absolute_url()}/@billing-preview")
        assert refused.status_code == 422 and "no invoice" in refused.json()["message"]


def test_nothing_is_invoiced_before_the_signature(billed, manager, finance):
    url = f"{billed.agree('draft').absolute_url()}/@billing-preview"
    assert manager.get(url).status_code == 409
    # Who may not see a draft learns nothing of it here either.
    assert finance.get(url).status_code == 401


def test_a_question_that_makes_no_sense(billed, finance):
    answer = finance.get("@billing-preview?on=soon&b_start=-1&b_size=x")
    assert answer.status_code == 400
    assert {field for field, _r, _c, _code in errors(answer)} == {"on", "b_start", "b_size"}
    far = finance.get("@billing-preview?on=2199-01-01")
    assert errors(far) == {("on", None, None, "date_out_of_range")}


def test_who_may(billed, reader, secretary, author, signer, space):
    for path in ("@billing-preview", f"{billed.convention.absolute_url()}/@billing-preview"):
        assert {one.get(path).status_code for one in (reader, secretary)} == {200}
        for client in (author, signer, space.client()):
            assert client.get(path).status_code == 401


def test_the_operator_sees_all_spaces(billed, owner, space):
    found = owner.get("@billing-preview").json()
    assert (found["items_total"], found["items"][0]["space"]) == (1, "plone")
    (prospect,) = found["items"][0]["documents"]
    assert prospect["convention"]["title"] == "Access" and prospect["lacks"] == []
    assert prospect["document"]["net"] == found["items"][0]["net"]
    stranger = space.client()
    assert stranger.get(f"{owner.root}/@billing-preview").status_code == 401
    assert owner.get("@billing-preview?on=2199-01-01").status_code == 400
