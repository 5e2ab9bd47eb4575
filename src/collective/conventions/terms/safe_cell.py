"""Cells of an exported table that no spreadsheet takes for a formula."""

from datetime import date
from decimal import Decimal
import re


#: What starts a formula or a command, also as full-width forms, also after what does not show.
_FORMULA = re.compile("[\\s\u00ad\u200b-\u200f\u2060\ufeff]*[=+\\-@＝＋－＠]|[\t\r\n]")
#: What neither a workbook nor UTF-8 can hold.
_UNSTORABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def safe_cell(value: object) -> str | int | float | Decimal | date | None:
    """Return ``value`` fit for a cell of a CSV or XLSX file.

    Numbers, dates (instants too) and nothing pass unharmed. Text, and the text of anything else,
    gets an apostrophe in front when a spreadsheet could take it for a formula (OWASP: CSV
    injection). Characters no file can hold are dropped.
    """
    if value is None or isinstance(value, int | float | Decimal | date):
        return value
    text = _UNSTORABLE.sub("", str(value))
    return f"'{text}" if _FORMULA.match(text) else text
