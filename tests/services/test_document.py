"""@document: what an invoice says, its paper and its e-invoice."""

from hashlib import sha256
from lxml import etree
from services.billed import issued
import transaction


def test_an_issued_document_says_what_it_says_with_its_checksums(billed, finance):
    url = issued(finance, billed.draft())
    found = finance.get(f"{url}/@document").json()
    document = found["document"]
    assert (document["number"], document["gross"], document["vat"]) == (
        finance.get(url).json()["computed"]["number"],
        "595.32",
        "103.32",
    )
    assert document["issuer"]["iban"] == "BE09091011584657"
    assert [(one["net"], one["unit"]) for one in document["lines"]] == [("492.00", "unit")]
    assert found["sound"] is True and found["findings"] == []
    assert set(found["files"]) == {"document", "xml"}
    xml = finance.get(found["files"]["xml"]["@id"])
    assert sha256(xml.content).hexdigest() == found["files"]["xml"]["sha256"]


def test_the_files_have_their_headers(billed, finance):
    url = issued(finance, billed.draft())
    number = finance.get(url).json()["computed"]["number"]
    xml = finance.get(f"{url}/@document/xml")
    assert xml.status_code == 200
    assert xml.headers["Content-Type"] == "application/xml"
    assert xml.headers["Content-Length"] == str(len(xml.content))
    assert xml.headers["Content-Disposition"] == f"attachment; filename*=UTF-8''{number}.xml"
    assert xml.headers["X-Content-Type-Options"] == "nosniff"
    assert etree.fromstring(xml.content).findtext("{*}ID") == number
    paper = finance.get(f"{url}/@document/pdf")
    assert paper.headers["Content-Type"] == "application/pdf"
    assert paper.content.startswith(b"%PDF-")
    assert paper.headers["Content-Disposition"].endswith(f"{number}.pdf")


def test_a_client_that_has_the_file_is_told_so(billed, finance):
    url = issued(finance, billed.draft())
    tag = finance.get(f"{url}/@document/xml").headers["ETag"]
    for known in (tag, f'"x", W/{tag}', "*"):
        again = finance.get(f"{url}/@document/xml", headers={"If-None-Match": known})
        assert (again.status_code, again.content) == (304, b""), known
        assert again.headers["ETag"] == tag
    other = finance.get(f"{url}/@document/xml", headers={"If-None-Match": '"x"'})
    assert other.status_code == 200


def test_a_draft_has_a_preview_and_no_file(billed, finance):
    url = billed.draft()
    found = finance.get(f"{url}/@document").json()
    assert found["document"]["number"] == "" and found["document"]["gross"] == "595.32"
    assert (found["files"], found["sound"]) == ({}, None)
    for name in ("pdf", "xml"):
        refused = finance.get(f"{url}/@document/{name}")
        assert refused.status_code == 409 and "draft" in refused.json()["message"]
    preview = finance.get(f"{url}/@document/preview")
    assert preview.status_code == 200 and preview.content.startswith(b"%PDF-")
    assert "draft.pdf" in preview.headers["Content-Disposition"]
    issued(finance, url)
    assert finance.get(f"{url}/@document/preview").status_code == 409


def test_what_a_draft_lacks_is_named(billed, finance):
    url = billed.draft(lines=[])
    found = finance.get(f"{url}/@document").json()["findings"]
    assert [(one["field"], one["code"]) for one in found] == [("lines", "no_lines")]


def test_what_was_touched_is_told_and_not_sent(billed, finance, space):
    url = issued(finance, billed.draft())
    transaction.begin()
    invoice = space.portal.unrestrictedTraverse(url.removeprefix(space.url).strip("/"))
    kept = invoice._conventions_issued
    kept.files["xml"].data = b"<Invoice/>"
    transaction.commit()
    found = finance.get(f"{url}/@document").json()
    assert found["sound"] is False and found["files"]["xml"]["sound"] is False
    assert found["files"]["document"]["sound"] is True
    assert finance.get(f"{url}/@document/xml").status_code == 409


def test_nothing_else_is_there_and_strangers_are_sent_away(billed, finance, space):
    url = billed.draft()
    assert finance.get(f"{url}/@document/docx").status_code == 404
    assert finance.get(f"{url}/@document/pdf/more").status_code == 404
    for path in ("@document", "@document/preview", "@document/xml"):
        assert space.client().get(f"{url}/{path}").status_code == 401
        assert space.client("signer").get(f"{url}/{path}").status_code == 401
