"""Cells no spreadsheet takes for a formula."""

from collective.conventions.terms.safe_cell import safe_cell
from datetime import date
from datetime import datetime
from decimal import Decimal
from hypothesis import given
from hypothesis import strategies as st
import csv
import io
import pytest


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+32 2 279 22 11",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\tplain",
        "\rplain",
        "\nplain",
        "  =cmd|' /C calc'!A0",
        "\u00a0=1",
        "\u200b=1",
        "\ufeff =1",
        "\x00=1",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        "-",
    ],
)
def test_a_dangerous_start_is_disarmed(text):
    cell = safe_cell(text)
    assert cell.startswith("'")
    assert cell[1:] == text.replace("\x00", "")


@pytest.mark.parametrize(
    "text", ["", "Convention", "a=b", "O'Neill", "  indented", "1-2", "2 + 2", "é@ville.be", "…"]
)
def test_harmless_text_is_kept(text):
    assert safe_cell(text) == text


@pytest.mark.parametrize(
    "value",
    [-1, 0, Decimal("-2.50"), -0.5, True, None, date(2026, 4, 1), datetime(2026, 4, 1, 12, 0)],
)
def test_numbers_dates_and_nothing_pass_unharmed(value):
    assert safe_cell(value) is value


def test_anything_else_becomes_safe_text():
    assert safe_cell(["=1"]) == "['=1']"


@given(st.text())
def test_no_text_whatever_starts_a_formula_or_breaks_a_file(text):
    cell = safe_cell(text)
    assert cell.strip()[:1] not in tuple("=+-@＝＋－＠")
    assert cell.encode("utf-8").decode("utf-8") == cell
    stream = io.StringIO(newline="")
    csv.writer(stream).writerow([cell])
    assert next(csv.reader(io.StringIO(stream.getvalue(), newline=""))) == [cell]


@given(st.text())
def test_disarming_twice_adds_nothing(text):
    assert safe_cell(safe_cell(text)) == safe_cell(text)
