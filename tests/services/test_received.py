"""@received: an e-invoice of another becomes a document of a convention."""

from base64 import b64encode
from billing.conftest import ADDRESS
from collective.conventions.billing.einvoice.write import ubl
from collective.conventions.clock import today
from collective.conventions.terms.document import Document
from collective.conventions.terms.document import DocumentLine
from collective.conventions.terms.document import Organisation
from decimal import Decimal
from services.billed import errors
import pytest


UNION = Organisation(
    "", "Union", "0451461655", vat_number="BE0451461655", iban="BE09091011584657", **ADDRESS
)
COMMUNE = Organisation("", "Hauteville", "0207362838", **ADDRESS)


def document(number="F-1", **values):
    line = DocumentLine("Fee", Decimal(2), Decimal("50.00"))
    given = {"issued": today(), "due": today(), "buyer_reference": "PO", **values}
    return Document("invoice", UNION, COMMUNE, (line,), number=number, **given)


def file(data):
    return {"file": {"data": b64encode(data).decode(), "filename": "invoice.xml"}}


@pytest.fixture
def place(billed):
    return f"{billed.convention.absolute_url()}/@received"


def test_it_is_an_issued_document_with_its_own_number(place, finance):
    data = ubl(document())
    answer = finance.post(place, file(data))
    assert answer.status_code == 201
    made = answer.json()
    assert (made["review_state"], made["computed"]["number"]) == ("issued", "F-1")
    assert made["computed"]["balance"]["open"] == "121.00"
    assert finance.get(f"{made['@id']}/@document/xml").content == data


def test_the_same_again_is_a_conflict_that_says_so(place, finance):
    finance.post(place, file(ubl(document())))
    again = finance.post(place, file(ubl(document())))
    assert again.status_code == 409 and "F-1" in again.json()["message"]


def test_what_is_no_sound_document_is_refused(place, finance, billed):
    altered = ubl(document()).replace(b"121.00", b"122.00")
    refused = finance.post(place, file(altered))
    assert refused.status_code == 422 and errors(refused)
    bomb = b'<!DOCTYPE a [<!ENTITY b "c">]><Invoice/>'
    for data in (bomb, b"<a/>", b"no XML"):
        assert finance.post(place, file(data)).status_code in (400, 422)
    assert errors(finance.post(place, {})) == {("file", None, None, "required")}
    assert finance.get(billed.convention.absolute_url()).json()["items_total"] == 0


def test_d1_not_into_what_is_not_monetary(billed, finance):
    convention = billed.agree(monetary=False, prices=[])
    refused = finance.post(f"{convention.absolute_url()}/@received", file(ubl(document())))
    assert refused.status_code == 422 and "not monetary" in refused.json()["message"]


def test_who_may(place, billed, reader, author, finance, space):
    for client in (reader, author, space.client()):
        assert client.post(place, file(ubl(document()))).status_code == 401
    draft = billed.agree("draft")
    assert finance.post(f"{draft.absolute_url()}/@received", {}).status_code == 401
