"""A received e-invoice: what it says is read, what is wrong with it is named at once."""

from collective.conventions.billing.einvoice.read import read
from collective.conventions.billing.einvoice.write import ubl
from collective.conventions.interfaces import UnprocessableEntity
from dataclasses import replace
from decimal import Decimal
from documents import CREDIT_NOTE
from documents import documents
from documents import EXEMPT
from documents import INVOICE
from documents import LINE
from documents import OUT_OF_SCOPE
from hypothesis import given
from hypothesis import settings
import pytest


XML = ubl(INVOICE)


def changed(*pairs: tuple[str, str], xml: bytes = XML) -> bytes:
    """The e-invoice with parts replaced, each of which is there."""
    for part, instead in pairs:
        assert part.encode() in xml
        xml = xml.replace(part.encode(), instead.encode())
    return xml


def refused(xml: bytes) -> list[tuple]:
    with pytest.raises(UnprocessableEntity) as refusal:
        read(xml)
    return [(one.code, one.field, one.row, one.column) for one in refusal.value.findings]


@pytest.mark.parametrize("document", [INVOICE, CREDIT_NOTE, OUT_OF_SCOPE, EXEMPT])
def test_what_is_written_is_read_again(document):
    assert read(ubl(document)) == document


@settings(max_examples=100, deadline=None)
@given(documents())
def test_every_document_comes_back_whole(document):
    assert read(ubl(document)) == document


def test_the_language_and_who_is_who_here_stay_behind():
    kept = replace(INVOICE, language="nl", issuer=replace(INVOICE.issuer, uid="abc"))
    assert read(ubl(kept)) == INVOICE


def test_totals_that_lines_do_not_make_are_all_named():
    xml = changed((">246.00</cbc:Line", ">245.00</cbc:Line"), ("297.66", "300.00"))
    assert refused(xml) == [
        ("total_differs", "lines", 0, "net"),
        ("total_differs", "line_total", None, None),
        ("total_differs", "gross", None, None),
        ("total_differs", "payable", None, None),
    ]


def test_both_sides_of_a_difference_are_told():
    with pytest.raises(UnprocessableEntity) as refusal:
        read(changed((">51.66<", ">51.65<")))
    params = [dict(finding.params) for finding in refusal.value.findings]
    assert params == [{"stated": "51.65", "computed": "51.66"}] * 2


def test_a_rate_that_only_one_side_knows_is_a_difference():
    xml = changed(("<cbc:Percent>21.00<", "<cbc:Percent>6<"))
    assert refused(xml) == [
        ("total_differs", "vat_shares", row, column) for row in (0, 1) for column in ("base", "vat")
    ]


@pytest.mark.parametrize(
    "pair", [('currencyID="EUR"', 'currencyID="USD"'), (">EUR<", ">XYZ<"), (">EUR<", "> <")]
)
def test_another_currency_is_refused(pair):
    found = refused(changed(pair))
    assert {(code, field) for code, field, *_ in found} <= {
        ("currency_unknown", "currency"),
        ("required", "currency"),
    }


def test_what_is_missing_or_malformed_is_all_named():
    xml = changed(
        ("<cbc:ID>2026-000123</cbc:ID>", ""),
        ("2026-01-15", "15.01.2026"),
        ("<cbc:RegistrationName>CPAS de Hauteville</cbc:RegistrationName>", ""),
        ("BE09091011584657", "BE09091011584658"),
        ("0212227882", "0212227883"),
        ("BE0451461655", "BE0451461656"),
        (">6</cbc:Invoiced", ">1e3</cbc:Invoiced"),
        ("Accès aux services", " "),
        ("<cbc:ID>S</cbc:ID>", "<cbc:ID>AE</cbc:ID>"),
    )
    assert set(refused(xml)) == {
        ("required", "number", None, None),
        ("wrong_type", "issued", None, None),
        ("required", "customer", None, "name"),
        ("identifier_checksum", "iban", None, None),
        ("identifier_checksum", "customer", None, "enterprise_number"),
        ("identifier_checksum", "issuer", None, "vat_number"),
        ("not_a_number", "lines", 0, "quantity"),
        ("required", "lines", 0, "description"),
        ("unknown_choice", "lines", 0, "vat_category"),
    }


@pytest.mark.parametrize("number", ["NaN", "1_0", "٣", "1e400", "", "9" * 13, "0." + "1" * 11])
def test_odd_numbers_are_refused(number):
    found = refused(changed((">82.00</cbc:Price", f">{number}</cbc:Price")))
    assert {finding[1:] for finding in found} == {("lines", 0, "unit_price")}


def test_days_that_do_not_exist_are_refused():
    assert refused(changed(("2026-02-14", "2026-02-30"))) == [("wrong_type", "due", None, None)]


def test_no_lines():
    xml = XML[: XML.index(b"<cac:InvoiceLine>")] + b"</Invoice>"
    assert ("no_lines", "lines", None, None) in refused(xml)


@pytest.mark.parametrize("xml", [b"<Invoice/>", XML.replace(b"schema:xsd:Invoice-2", b"other")])
def test_what_is_no_invoice_is_refused(xml):
    with pytest.raises(UnprocessableEntity) as refusal:
        read(xml)
    assert "neither" in str(refusal.value)


def test_a_price_for_a_hundred():
    price = '<cbc:PriceAmount currencyID="EUR">82.00</cbc:PriceAmount>'
    base = '<cbc:BaseQuantity unitCode="MON">100</cbc:BaseQuantity>'
    xml = changed((price, price.replace("82.00", "8200") + base))
    assert read(xml) == INVOICE
    wrong = changed((">100</cbc:Base", ">0</cbc:Base"), xml=xml)
    assert refused(wrong) == [("not_positive", "lines", 0, "unit_price")]


def test_charges_and_allowances_on_the_whole_become_lines():
    tax = "<cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>21</cbc:Percent></cac:TaxCategory>"
    extra = "".join(
        f"<cac:AllowanceCharge><cbc:ChargeIndicator>{sign}</cbc:ChargeIndicator>"
        f"<cbc:AllowanceChargeReason>{reason}</cbc:AllowanceChargeReason>"
        f'<cbc:Amount currencyID="EUR">{amount}</cbc:Amount>{tax}</cac:AllowanceCharge>'
        for sign, reason, amount in (("true", "Port", "10.00"), ("false", "Remise", "56.00"))
    )
    xml = changed(
        ("<cac:TaxTotal>", f"{extra}<cac:TaxTotal>"),
        (">246.00</cbc:TaxableAmount", ">200.00</cbc:TaxableAmount"),
        (">246.00</cbc:TaxExclusive", ">200.00</cbc:TaxExclusive"),
        (">51.66<", ">42.00<"),
        (">297.66<", ">242.00<"),
    )
    found = read(xml)
    assert found.lines[0] == LINE
    assert [(line.description, line.net) for line in found.lines[1:]] == [
        ("Remise", Decimal("-56.00")),
        ("Port", Decimal("10.00")),
    ]
    assert (found.net, found.gross) == (Decimal("200.00"), Decimal("242.00"))


def test_a_charge_on_a_line_becomes_a_line():
    charge = (
        "</cac:AllowanceCharge><cac:AllowanceCharge><cbc:ChargeIndicator>true"
        "</cbc:ChargeIndicator><cbc:AllowanceChargeReason>Recupel</cbc:AllowanceChargeReason>"
        '<cbc:Amount currencyID="EUR">4.00</cbc:Amount></cac:AllowanceCharge>'
    )
    xml = changed(
        ("</cac:AllowanceCharge>", charge),
        (">246.00</cbc:Line", ">250.00</cbc:Line"),
        (">246.00</cbc:Tax", ">250.00</cbc:Tax"),
        (">51.66<", ">52.50<"),
        (">297.66<", ">302.50<"),
    )
    found = read(xml)
    assert [(one.description, one.net) for one in found.lines] == [
        ("Accès aux services", Decimal("246.00")),
        ("Recupel", Decimal("4.00")),
    ]


def test_what_was_paid_before_is_taken_off_what_is_to_be_paid():
    xml = changed(
        (
            '<cbc:PayableAmount currencyID="EUR">297.66',
            '<cbc:PrepaidAmount currencyID="EUR">97.66</cbc:PrepaidAmount>'
            '<cbc:PayableAmount currencyID="EUR">200.00',
        )
    )
    assert read(xml) == INVOICE


def test_a_unit_that_is_not_ours_is_kept_by_its_code():
    assert read(changed(('"MON"', '"XPP"'))).lines[0].unit == "XPP"


def test_a_foreign_party_is_read_as_it_writes_itself():
    xml = changed(
        ('schemeID="0208">0451461655', 'schemeID="0183">CHE123456788'),
        ("BE0451461655", "CHE-123.456.788 TVA"),
    )
    issuer = read(xml).issuer
    assert (issuer.enterprise_number, issuer.vat_number) == ("", "CHE-123.456.788 TVA")


def test_a_belgian_vat_number_holds_the_enterprise_number():
    scheme = 'schemeID="0208">0451461655', 'schemeID="9925">BE0451461655'
    assert read(changed(scheme)).issuer == INVOICE.issuer


def test_the_order_stands_for_the_buyer_when_there_is_no_reference():
    xml = changed(
        ("<cbc:BuyerReference>PO-7</cbc:BuyerReference>", ""),
        (
            "<cac:ContractDocumentReference>",
            "<cac:OrderReference><cbc:ID>PO-8</cbc:ID></cac:OrderReference>"
            "<cac:ContractDocumentReference>",
        ),
    )
    assert read(xml).buyer_reference == "PO-8"
