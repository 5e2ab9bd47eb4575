"""The judge of all e-invoices finds what is wrong: none passes because nobody looked."""

from collective.conventions.billing.einvoice.write import ubl
from documents import INVOICE
from einvoices import faults
import pytest


GOOD = ubl(INVOICE)


def test_a_good_one_has_none():
    assert faults(GOOD) == []


@pytest.mark.parametrize(
    ("part", "instead", "rule"),
    [
        # EN 16931
        (b"<cbc:ID>2026-000123</cbc:ID>", b"", "BR-02"),
        (b">297.66</cbc:TaxInclusiveAmount>", b">297.67</cbc:TaxInclusiveAmount>", "BR-CO-15"),
        (b'unitCode="MON"', b'unitCode="MOON"', "BR-CL-23"),
        (b"<cbc:ID>S</cbc:ID>", b"<cbc:ID>O</cbc:ID>", "BR-O-05"),
        (b"<cbc:DueDate>2026-02-14</cbc:DueDate>", b"", "BR-CO-25"),
        # Peppol
        (b"<cbc:BuyerReference>PO-7</cbc:BuyerReference>", b"", "PEPPOL-EN16931-R003"),
        (b"0212227882", b"0212227883", "PEPPOL-COMMON-R043"),
        (b">50</cbc:Multiplier", b">51</cbc:Multiplier", "PEPPOL-EN16931-R040"),
        (b"2026-02-14", b"14/02/2026", "PEPPOL-EN16931-F001"),
        (b"2026-06-30", b"30/06/2026", "type"),
        (b"<cbc:Note>Merci.", b"<cbc:Note></cbc:Note><cbc:Note>", "PEPPOL-EN16931-R008"),
        # UBL
        (b"<cbc:ID>2026-000123</cbc:ID>", b"<cbc:Oddity>1</cbc:Oddity>", "UBL"),
    ],
)
def test_a_broken_one_is_found_out(part, instead, rule):
    broken = GOOD.replace(part, instead)
    assert broken != GOOD
    assert rule in {fault.split(":")[0] for fault in faults(broken)}


def test_elements_in_another_order_are_found_out():
    number, day = b"<cbc:ID>2026-000123</cbc:ID>", b"<cbc:IssueDate>2026-01-15</cbc:IssueDate>"
    between = GOOD[GOOD.index(number) + len(number) : GOOD.index(day)]
    swapped = GOOD.replace(number + between + day, day + between + number)
    assert swapped != GOOD
    assert [fault.split(":")[:2] for fault in faults(swapped)] == [
        ["UBL", " Invoice is out of order"]
    ]
