"""The services of billing, each held against its description."""

from collective.conventions.billing.confirming import CONFIRMATION
from collective.conventions.billing.einvoice.write import ubl
from collective.conventions.billing.sendings import MAIL
from collective.conventions.billing.sendings import Sending
from collective.conventions.billing.sendings import write_down
from collective.conventions.clock import today
from dataclasses import replace
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from services.billed import Billed
from services.conftest import Client
from services.test_received import COMMUNE
from services.test_received import document
from services.test_received import file
from services.test_received import UNION
from services.test_statement import file as statement_file
from services.test_statement import movement
from unittest.mock import patch
import transaction


def check_billing(checked, example_of, space, finance, author):
    """Take each of them at least once, and what it refuses."""
    owner = Client(space.url.rpartition("/")[0])
    owner.session.auth = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
    transaction.begin()
    with api.env.adopt_roles(["Manager"]):
        billed = Billed(space.portal)
    place = {"convention": billed.convention.getId()}
    draft = {**place, "part": billed.draft().rpartition("/")[2]}
    checked(finance, "readStepsOfInvoice", status=200, **draft)
    checked(finance, "readDocument", status=200, **draft)
    checked(finance, "readPreview", status=200, **draft)
    checked(finance, "readPaper", status=409, **draft)
    checked(finance, "recordPayment", example_of("recordPayment"), 409, **draft)
    checked(finance, "creditInvoice", {}, 409, **draft)
    checked(finance, "changePart", {"lines": []}, 204, **draft)
    checked(finance, "issueInvoice", {}, 422, **draft)
    part = {**place, "part": billed.draft().rpartition("/")[2]}
    checked(author, "issueInvoice", {}, 403, **part)
    checked(finance, "issueInvoice", {"number": "1"}, 400, **part)
    checked(finance, "issueInvoice", {}, 200, **part)
    checked(finance, "issueInvoice", {}, 409, **part)
    checked(finance, "readPart", status=200, **part)
    checked(finance, "changePart", {"remarks": "New"}, 409, **part)
    checked(finance, "readDocument", status=200, **part)
    checked(finance, "readPaper", status=200, **part)
    checked(finance, "readEInvoice", status=200, **part)
    checked(finance, "readPreview", status=409, **part)
    payment = {**example_of("recordPayment"), "day": today().isoformat()}
    checked(finance, "recordPayment", payment, 201, **part)
    checked(finance, "recordPayment", payment, 200, **part)
    checked(finance, "recordPayment", {**payment, "amount": "1"}, 409, **part)
    checked(finance, "recordPayment", {**payment, "amount": "0.001"}, 422, **part)
    checked(finance, "recordPayment", {"amount": "much"}, 400, **part)
    checked(author, "recordPayment", payment, 401, **part)
    checked(finance, "readPayments", status=200, **part)
    checked(finance, "creditInvoice", example_of("creditInvoice"), 201, **part)
    checked(finance, "creditInvoice", {"lines": []}, 400, **part)
    checked(finance, "previewConvention", status=200, **place)
    checked(author, "previewConvention", status=401, **place)
    checked(finance, "readEnrolment", status=200, **place)
    checked(author, "readEnrolment", status=401, **place)
    checked(finance, "confirmEnrolment", {}, 409, **place)
    checked(finance, "confirmEnrolment", {"to": "x"}, 400, **place)
    transaction.begin()
    transaction.begin()
    write_down(
        billed.convention, Sending(CONFIRMATION, today(), MAIL, "a@example.be", "finance", "")
    )
    transaction.commit()
    checked(finance, "confirmEnrolment", {}, 200, **place)
    checked(finance, "previewRun", status=200)
    checked(owner, "previewRun", status=200)
    run = checked(finance, "beginRun", {}, 201)
    checked(finance, "beginRun", {"on": "2199-01-01"}, 400)
    checked(finance, "continueRun", {}, 409, run=run["id"])
    checked(finance, "continueRun", {}, 404, run="nothing")
    checked(finance, "readRun", status=200, run=run["id"])
    checked(finance, "listRuns", status=200)
    checked(owner, "beginRun", {}, 201)
    checked(owner, "listRuns", status=200)
    with patch("collective.conventions.services.billing_run.add.SECONDS", 0.0):
        billed.agree()
        left = checked(finance, "beginRun", {}, 201)
    checked(finance, "continueRun", {}, 200, run=left["id"])
    checked(finance, "listInvoices", status=200)
    checked(author, "listInvoices", status=401)
    checked(finance, "listOwed", status=200)
    paid = movement("595.32", "no number")
    (taken,) = checked(finance, "takeStatement", statement_file(paid), 200)["items"]
    checked(finance, "takeStatement", {"file": {"data": "?"}}, 400)
    checked(finance, "listMovements", status=200)
    movement_place = {"reference": taken["waiting"][0]["reference"]}
    checked(finance, "decideMovement", {}, 400, **movement_place)
    checked(finance, "decideMovement", example_of("decideMovement"), 204, **movement_place)
    checked(finance, "decideMovement", {"reason": "x"}, 404, reference="nothing")
    checked(finance, "putIndexes", example_of("putIndexes"), 200)
    checked(finance, "putIndexes", {"source": "x", "values": []}, 400)
    checked(finance, "listIndexes", status=200)
    index = {"series": "health_index", "month": "2026-01-01"}
    checked(finance, "dropIndex", status=204, **index)
    checked(finance, "dropIndex", status=404, **index)
    other = billed.agree(issuer=billed.commune.UID(), customer=billed.union.UID())
    received = {"convention": other.getId()}
    checked(finance, "receiveDocument", file(ubl(from_commune())), 201, **received)
    checked(finance, "receiveDocument", file(ubl(from_commune())), 409, **received)
    checked(finance, "receiveDocument", file(b"<a/>"), 422, **received)
    checked(finance, "receiveDocument", {}, 400, **received)


def from_commune():
    """An invoice of which the commune is the issuer, as another system has made it."""
    issuer = replace(COMMUNE, vat_number="BE0207362838", iban="BE68539007547034")
    return replace(document(), issuer=issuer, customer=UNION)


def check_signing(checked, example_of, author, signer, secretary, place):
    """An approved convention gets a signed copy, its file goes out, and an annex is closed."""
    copy = checked(signer, "keepSignedCopy", example_of("keepSignedCopy"), 201, **place)
    checked(signer, "keepSignedCopy", {"title": "No file"}, 400, **place)
    checked(author, "readSigning", status=200, **place)
    assert checked(author, "readArchive", status=200, **place).startswith(b"PK")
    annex_place = {**place, "part": copy["@id"].rpartition("/")[2]}
    checked(author, "restrictAnnex", example_of("restrictAnnex"), 403, **annex_place)
    checked(secretary, "restrictAnnex", {"publication": "secretariat"}, 400, **annex_place)
    wider = {**example_of("restrictAnnex"), "publication": "public"}
    checked(secretary, "restrictAnnex", wider, 422, **annex_place)
    checked(secretary, "restrictAnnex", example_of("restrictAnnex"), 204, **annex_place)
