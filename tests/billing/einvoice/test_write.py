"""E-invoices: every document that can be issued passes the official rules."""

from collective.conventions.billing.einvoice.attachments import Attachment
from collective.conventions.billing.einvoice.names import PREFIXES
from collective.conventions.billing.einvoice.write import ubl
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.terms.account import Account
from collective.conventions.terms.account import Billed
from collective.conventions.terms.billing import to_bill
from collective.conventions.terms.crediting import to_credit
from collective.conventions.terms.document import DocumentLine
from collective.conventions.terms.issuing import lacking
from collective.conventions.terms.spans import Span
from collective.conventions.terms.tariff import Price
from collective.conventions.terms.tariff import Tariff
from dataclasses import replace
from datetime import date
from decimal import Decimal
from documents import CREDIT_NOTE
from documents import documents
from documents import EXEMPT
from documents import INVOICE
from documents import LINE
from documents import OUT_OF_SCOPE
from documents import taken_back
from einvoices import faults
from hypothesis import given
from hypothesis import settings
from lxml import etree
import base64
import pytest


def texts(document, *paths, attachments=()):
    """The text at each of these paths, None where nothing is."""
    root = etree.fromstring(ubl(document, attachments))
    return [root.findtext(path, None, PREFIXES) for path in paths]


@pytest.mark.parametrize(
    "document",
    [
        INVOICE,
        CREDIT_NOTE,
        OUT_OF_SCOPE,
        EXEMPT,
        replace(INVOICE, due=None, payment_terms="30 jours"),
        replace(INVOICE, lines=(replace(LINE, reduction_percent=None, reduction_reason=""),)),
        replace(INVOICE, period_start=None, period_end=None, contract="", remarks=""),
        replace(CREDIT_NOTE, due=CREDIT_NOTE.issued, communication="2026-000123"),
        replace(INVOICE, lines=(LINE,) * 200),
        replace(INVOICE, lines=(LINE, taken_back(LINE), LINE)),
        replace(CREDIT_NOTE, lines=(LINE, LINE, taken_back(LINE))),
    ],
)
def test_documents_pass(document):
    assert faults(ubl(document)) == []


@settings(max_examples=25, deadline=None)
@given(documents())
def test_every_document_in_which_nothing_lacks_passes(document):
    assert lacking(document) == ()
    assert faults(ubl(document)) == []


def test_o3_what_is_taken_back_to_be_charged_anew_passes():
    day = INVOICE.issued
    tiers = [
        Price("Programme", "per_participant", amount) for amount in (Decimal(250), Decimal(200))
    ]
    tariff = Tariff((tiers[0], replace(tiers[1], from_count=2)), participants=2)
    one = DocumentLine("Programme", Decimal(1), Decimal(250), unit="participant")
    charges = to_bill(Account(tariff, Span(day, None), (Billed("1", one),)), day)
    document = replace(INVOICE, lines=tuple(charge.line for charge in charges))
    assert [line.quantity for line in document.lines] == [Decimal(2), Decimal(-1)]
    assert (document.net, lacking(document)) == (Decimal("150.00"), ())
    assert faults(ubl(document)) == []


def test_a_credit_note_less_what_was_given_back_before_passes():
    whole = replace(LINE, reduction=Decimal("0.00"), reduction_percent=None, reduction_reason="")
    favour = DocumentLine("Favour", Decimal(1), Decimal(100))
    billed = (Billed("1", whole), Billed("1", favour, credit=True))
    price = Price("Access", "monthly", Decimal(82))
    end = date(2026, 1, 31)
    (credit,) = to_credit(Account(Tariff((price,)), Span(LINE.period_start, end), billed))
    document = replace(CREDIT_NOTE, lines=tuple(charge.line for charge in credit.charges))
    assert document.lines[-1].quantity < 0
    assert (document.net, lacking(document)) == (Decimal("392.00"), ())
    assert faults(ubl(document)) == []


def test_c11_half_of_six_months():
    line = "cac:InvoiceLine/cac:AllowanceCharge/cbc:"
    assert texts(
        INVOICE,
        f"{line}MultiplierFactorNumeric",
        f"{line}BaseAmount",
        f"{line}Amount",
        f"{line}AllowanceChargeReason",
        "cac:LegalMonetaryTotal/cbc:PayableAmount",
    ) == ["50", "492.00", "246.00", "La commune a signé", "297.66"]


def test_c12_what_the_payer_writes_and_where_the_money_goes():
    means = "cac:PaymentMeans/"
    paths = (
        f"{means}cbc:PaymentMeansCode",
        f"{means}cbc:PaymentID",
        f"{means}cac:PayeeFinancialAccount/cbc:ID",
    )
    assert texts(INVOICE, *paths) == ["58", "+++123/4567/89002+++", "BE09091011584657"]
    far = replace(INVOICE.issuer, iban="TR330006100519786457841326")
    plain = replace(INVOICE, communication="2026-000123", issuer=far)
    assert texts(plain, *paths)[:2] == ["30", "2026-000123"]


def test_addresses_in_peppol_are_enterprise_numbers():
    root = etree.fromstring(ubl(INVOICE))
    found = [(node.get("schemeID"), node.text) for node in root.iterfind(".//{*}EndpointID")]
    assert found == [("0208", "0451461655"), ("0208", "0212227882")]


def test_what_is_out_of_scope_names_no_vat_number_even_if_there_is_one():
    registered = replace(OUT_OF_SCOPE, issuer=INVOICE.issuer)
    assert texts(
        registered,
        ".//cac:PartyTaxScheme",
        ".//cbc:TaxExemptionReasonCode",
        ".//cbc:TaxExemptionReason",
        ".//cac:ClassifiedTaxCategory/cbc:Percent",
    ) == [None, "VATEX-EU-O", "Art. 6 CTVA", None]
    assert faults(ubl(registered)) == []


def test_a_credit_note_names_what_it_corrects_and_asks_for_no_money():
    assert texts(
        CREDIT_NOTE,
        "cac:BillingReference/cac:InvoiceDocumentReference/cbc:ID",
        "cac:BillingReference/cac:InvoiceDocumentReference/cbc:IssueDate",
        ".//cac:PayeeFinancialAccount",
        "cac:CreditNoteLine/cbc:CreditedQuantity",
    ) == ["2026-000123", "2026-01-15", None, "6"]


def test_a_paper_travels_inside():
    paper = Attachment("2026-000123.pdf", b"%PDF-1.7", description="Facture")
    xml = ubl(INVOICE, [paper])
    assert faults(xml) == []
    found = etree.fromstring(xml).find(".//{*}EmbeddedDocumentBinaryObject")
    assert dict(found.attrib) == {"mimeCode": "application/pdf", "filename": "2026-000123.pdf"}
    assert base64.b64decode(found.text) == b"%PDF-1.7"


@pytest.mark.parametrize(
    "given", [("a.exe", b"MZ", "application/x-msdownload"), (" ", b"x"), ("a.pdf", b"")]
)
def test_what_may_not_travel_is_refused(given):
    with pytest.raises(ValueError):
        Attachment(*given)


def test_a_document_that_lacks_something_is_refused_with_all_of_it():
    bad = replace(INVOICE, number="", issued=None, buyer_reference=" ", lines=())
    with pytest.raises(UnprocessableEntity) as refused:
        ubl(bad)
    assert [item.code for item in refused.value.findings] == [
        "required",
        "required",
        "no_buyer_reference",
        "no_lines",
    ]
