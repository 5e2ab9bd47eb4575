"""The table for the accountant: signed amounts, VAT by rate, nothing a spreadsheet runs."""

from billing.conftest import TODAY
from collective.conventions.billing.credit import draft_credit_note
from collective.conventions.billing.exporting import csv
from collective.conventions.billing.exporting import table
from collective.conventions.billing.exporting import xlsx
from collective.conventions.billing.issue import issue
from collective.conventions.billing.payments.book import Payment
from collective.conventions.billing.payments.record import record
from collective.conventions.billing.standing import items
from datetime import date
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from openpyxl import load_workbook
import pytest


LINE = {
    "description": "Accès",
    "quantity": Decimal(6),
    "unit_price": Decimal("82.00"),
    "vat_rate": Decimal(21),
}
EXEMPT = {**LINE, "vat_rate": Decimal(0), "vat_category": "E", "unit_price": Decimal(10)}


@pytest.fixture
def issued(agree, draft, commune):
    """An invoice with two rates, part credited and part paid; a draft that is left out."""
    commune.title = '=HYPERLINK("http://evil.example")'
    convention = agree(commune)
    values = {"period_start": date(2026, 1, 1), "period_end": date(2026, 6, 30)}
    invoice = draft(convention, lines=[LINE, EXEMPT], exemption_reason="Art. 44 CTVA", **values)
    issue(invoice, TODAY)
    issue(draft_credit_note(invoice, [{**LINE, "quantity": Decimal(1)}]), TODAY)
    record(invoice, Payment(TODAY, Decimal("55.32"), "1"), TODAY)
    draft(convention)
    return invoice


def by_title(language="en"):
    titles, *rows = table(items(TODAY), language)[0]
    return [dict(zip(titles, row, strict=True)) for row in rows]


def test_each_document_in_a_row(issued):
    invoice = next(row for row in by_title() if row["Number"] == "2026-0001")
    assert invoice == {
        "Number": "2026-0001",
        "Document": "Invoice",
        "Date": TODAY,
        "Due date": date(2026, 2, 14),
        "First day of the period": date(2026, 1, 1),
        "Last day of the period": date(2026, 6, 30),
        "Customer": '=HYPERLINK("http://evil.example")',
        "Enterprise number": "0207.362.838",
        "Reference of the convention": "ACC-1",
        "Without VAT, Exempt from VAT": Decimal("60.00"),
        "Without VAT, at 21 %": Decimal("492.00"),
        "VAT at 21 %": Decimal("103.32"),
        "Without VAT": Decimal("552.00"),
        "VAT": Decimal("103.32"),
        "With VAT": Decimal("655.32"),
        "Paid": Decimal("55.32"),
        "Credited": Decimal("99.22"),
        "Still open": Decimal("500.78"),
        "Communication": "2026-0001",
        "Corrects the invoice": "",
    }


def test_what_a_credit_note_gives_back_stands_below_zero(issued):
    note, invoice = sorted(by_title(), key=lambda row: row["With VAT"])
    assert (note["Document"], note["Corrects the invoice"]) == ("Credit note", "2026-0001")
    assert (note["Without VAT, at 21 %"], note["VAT at 21 %"]) == (
        Decimal("-82.00"),
        Decimal("-17.22"),
    )
    assert note["Without VAT, Exempt from VAT"] is None
    assert note["With VAT"] + invoice["With VAT"] == Decimal("556.10")
    assert (note["Paid"], note["Still open"]) == (Decimal("0.00"), Decimal("0.00"))


def test_csv_as_excel_reads_it_in_belgium(issued):
    data = csv(items(TODAY))
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\r\n") == 3
    invoice = next(line for line in data.decode("utf-8-sig").splitlines() if "655,32" in line)
    assert invoice.startswith("2026-0001;") and ";2026-02-14;" in invoice
    assert "\"'=HYPERLINK(" in invoice


def test_xlsx_with_real_dates_and_numbers(issued):
    sheet = load_workbook(BytesIO(xlsx(items(TODAY), "en"))).active
    titles = [cell.value for cell in sheet[1]]
    row = next(row for row in sheet.iter_rows(min_row=2) if row[0].value == "2026-0001")
    cells = dict(zip(titles, row, strict=True))
    assert cells["Date"].value == datetime(2026, 1, 15)
    assert (cells["With VAT"].data_type, cells["With VAT"].value) == ("n", 655.32)
    assert cells["Customer"].value.startswith("'=")
    assert sheet.max_row == 3


def test_nothing_issued_makes_a_table_of_titles(portal):
    assert len(table(items(TODAY), "en")[0]) == 1


def test_titles_in_the_language_asked_for(issued):
    assert "Kunde" in by_title("de")[0]
