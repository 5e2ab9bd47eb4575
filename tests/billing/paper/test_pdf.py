"""Papers: what stands on them, what is attached, and that nothing is fetched for them."""

from collective.conventions.billing.paper import pdf as paper
from collective.conventions.documents.rendering.fetching import NoFetcher
from collective.conventions.interfaces import ServiceUnavailable
from dataclasses import replace
from decimal import Decimal
from http.server import BaseHTTPRequestHandler
from http.server import HTTPServer
from io import BytesIO
from lxml import etree
from threading import Thread
from zope.i18n import translate
import papers
import pypdf
import pypdfium2
import pytest
import subprocess
import sys
import zxingcpp


XML = "<Invoice>été</Invoice>".encode()
PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
PDFUA = "{http://www.aiim.org/pdfua/ns/id/}"
NBSP = "\u00a0"


def opened(data):
    return pypdf.PdfReader(BytesIO(data))


def text_of(document, xml=XML):
    pages = opened(paper.pdf(document, xml)).pages
    return "\n".join(page.extract_text() for page in pages).replace(NBSP, " ")


def said(message, language):
    return translate(message, domain="collective.conventions", target_language=language)


def test_an_invoice_says_who_asks_whom_for_what():
    text = text_of(papers.document())
    for expected in (
        "Facture 2027-000123",
        "Union de Saint-Exemple asbl",
        "0403.019.261",
        "BE 0403.019.261",
        "CPAS de Saint-Exemple",
        "4970 Saint-Exemple",
        "31 janvier 2027",
        "1er janvier 2027 – 30 juin 2027",
        "BC-42",
        "2026/AC/0017",
        "Accès au serveur",
        "6 mois",
        "82,00",
        "− 246,00",
        "(50 %)",
        "la commune a signé",
        "82,00 × (0,2 + 0,8 × 131,40 / 131,40)",
        "246,00 €",
        "51,66 €",
        "297,66 €",
        "BE68 5390 0754 7034",
        "1 / 1",
    ):
        assert expected in text


@pytest.mark.parametrize(
    ("language", "day", "amount"),
    [
        ("fr", "31 janvier 2027", "1.815,00 €"),
        ("nl", "31 januari 2027", "1.815,00 €"),
        ("de", "31. Januar 2027", "1.815,00 €"),
        ("en", "31 January 2027", "1,815.00 €"),
    ],
)
def test_it_speaks_the_language_of_its_document(language, day, amount):
    line = replace(papers.ACCESS, unit_price=Decimal(250), reduction=Decimal("0.00"))
    text = text_of(papers.document(lines=[line], language=language))
    assert f"{said('Invoice', language)} 2027-000123" in text
    assert said("Enterprise number", language) in text
    assert day in text and amount in text


def test_a_credit_note_names_its_invoice_and_asks_for_nothing():
    text = text_of(papers.credit_note(number="NC-2027-000004", language="nl"))
    assert "Creditnota NC-2027-000004" in text
    assert "2027-000099" in text and "1 juli 2026" in text
    assert said("Total in your favour", "nl") in text
    assert said("How to pay", "nl") not in text


def test_a_credit_note_reminds_of_the_vat_that_was_deducted():
    message = "VAT to be paid back to the State in so far as it was first deducted."
    free = replace(papers.ACCESS, vat_rate=Decimal(0), vat_category="E")
    assert said(message, "en") in text_of(papers.credit_note(language="en"))
    assert message not in text_of(papers.credit_note(language="en", lines=[free]))


def test_a_draft_is_marked_and_asks_for_nothing():
    text = text_of(papers.document(number="", issued=None, due=None), xml=b"")
    assert said("Draft", "fr") in text.title()
    assert said("How to pay", "fr") not in text


def test_an_exemption_gives_its_reason():
    line = replace(papers.ACCESS, vat_rate=Decimal(0), vat_category="E")
    text = text_of(papers.document(lines=[line], exemption_reason="Art. 44, § 2, 4°"))
    assert "Art. 44, § 2, 4°" in text


def test_a_structured_communication_is_written_between_crosses():
    assert "+++010/8068/17183+++" in text_of(papers.document(communication="010806817183"))


def test_the_e_invoice_is_attached_as_it_is():
    reader = opened(paper.pdf(papers.document(), XML))
    assert dict(reader.attachments) == {"invoice-2027-000123.xml": [XML]}
    (file,) = reader.trailer["/Root"]["/AF"][:1]
    assert file.get_object()["/AFRelationship"] == "/Alternative"


def test_nothing_is_attached_where_there_is_nothing():
    assert not opened(paper.pdf(papers.document())).attachments


def test_a_number_cannot_lead_out_of_the_folder_it_is_saved_in():
    assert paper.attachment_name(papers.document(number="../A/1")) == "invoice----A-1.xml"
    assert paper.attachment_name(papers.credit_note(number="")) == "credit-note-draft.xml"


def test_it_is_a_pdf_a_3_that_can_be_read_aloud():
    reader = opened(paper.pdf(papers.document(language="de"), XML))
    root = reader.trailer["/Root"]
    packet = etree.fromstring(root["/Metadata"].get_object().get_data())
    lasting, accessible = packet.xpath("//*[@*[local-name()='part']]")
    assert lasting.get(f"{PDFA}part") == "3"
    assert lasting.get(f"{PDFA}conformance") == "A"
    assert accessible.get(f"{PDFUA}part") == "1"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "de"
    assert root["/OutputIntents"]
    for page in reader.pages:
        for font in page["/Resources"]["/Font"].values():
            described = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            assert "/FontFile2" in described.get_object() or "/FontFile3" in described.get_object()


def test_the_code_on_the_page_can_be_scanned():
    page = pypdfium2.PdfDocument(paper.pdf(papers.document(), XML))[0]
    (found,) = zxingcpp.read_barcodes(page.render(scale=3).to_pil())
    assert found.text.split("\n")[6:8] == ["BE68539007547034", "EUR297.66"]


def test_two_hundred_lines_repeat_their_head_and_count_their_pages():
    lines = [replace(papers.ACCESS, description=f"Ligne {n:03}") for n in range(200)]
    pages = [page.extract_text() for page in opened(paper.pdf(papers.document(lines=lines))).pages]
    assert len(pages) > 5
    for number, text in enumerate(pages, 1):
        assert f"{number} / {len(pages)}" in text
        assert "Ligne" not in text or "Description" in text
    assert "".join(pages).count("Ligne ") == 200


MAKE = """
import papers, sys
from collective.conventions.billing.paper.pdf import pdf
sys.stdout.buffer.write(pdf(papers.document(language="en"), b"<Invoice/>"))
"""


def test_the_same_document_gives_the_same_bytes_in_every_process():
    here = paper.pdf(papers.document(language="en"), b"<Invoice/>")
    for seed in "12":
        made = subprocess.run(
            [sys.executable, "-W", "ignore", "-c", MAKE],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path), "TZ": "Asia/Tokyo"},
            capture_output=True,
            check=True,
        )
        assert len(made.stdout) > 10_000
        if seed == "1":
            first = made.stdout
    assert made.stdout == first
    assert here == paper.pdf(papers.document(language="en"), b"<Invoice/>")


@pytest.fixture
def server():
    """A server on the loopback that counts who asks."""
    asked = []

    class Counter(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_response(200)
            self.end_headers()

        def log_message(self, *args):
            pass

    listening = HTTPServer(("127.0.0.1", 0), Counter)
    Thread(target=listening.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{listening.server_port}", asked
    listening.shutdown()
    listening.server_close()


def markup(address):
    return (
        f'<img src="{address}/i"><link rel="stylesheet" href="{address}/c">'
        f'<style>@import url("{address}/s"); p {{background: url({address}/b)}}</style>'
        f'<object data="{address}/o"></object><a rel="attachment" href="{address}/a">x</a>'
        '<img src="file:///etc/passwd"><link rel="attachment" href="file:///etc/passwd">'
    )


@pytest.fixture
def asked_of_fetcher(monkeypatch):
    asked = []
    refuse = NoFetcher.fetch

    def spy(self, url, headers=None):
        asked.append(url)
        return refuse(self, url, headers)

    monkeypatch.setattr(NoFetcher, "fetch", spy)
    return asked


def test_what_people_type_is_text_and_never_markup(server, asked_of_fetcher):
    address, asked = server
    bad = markup(address)
    hostile = papers.document(
        lines=[replace(papers.ACCESS, description=bad, explanation=bad, reduction_reason=bad)],
        issuer=replace(papers.ISSUER, name=bad, city=bad, email=bad),
        customer=replace(papers.CUSTOMER, name=bad, street=bad, vat_number=f"BE{bad}"),
        buyer_reference=bad,
        contract=bad,
        remarks=bad,
        exemption_reason=bad,
    )
    reader = opened(paper.pdf(hostile, XML))
    assert asked == [] and asked_of_fetcher == []
    assert list(reader.attachments) == ["invoice-2027-000123.xml"]


def test_even_markup_that_got_in_would_fetch_nothing(server, asked_of_fetcher, monkeypatch):
    address, asked = server
    monkeypatch.setattr(paper, "html", lambda document: f"<html><body>{markup(address)}")
    reader = opened(paper.pdf(papers.document(), XML))
    assert asked == []
    assert asked_of_fetcher
    assert list(reader.attachments) == ["invoice-2027-000123.xml"]


@pytest.mark.parametrize(
    "url", ["http://127.0.0.1/", "file:///etc/passwd", "ftp://x/", "data:text/css,", "x"]
)
def test_no_address_is_fetched(url):
    with pytest.raises(ValueError, match="fetch nothing"):
        NoFetcher().fetch(url)


def test_a_server_without_pango_says_so(monkeypatch):
    class Missing:
        def find_spec(self, name, path=None, target=None):
            if name == "weasyprint":
                raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.setattr(sys, "meta_path", [Missing(), *sys.meta_path])
    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    with pytest.raises(ServiceUnavailable, match="Pango"):
        paper.pdf(papers.document(), XML)
