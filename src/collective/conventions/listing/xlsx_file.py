"""A table as an XLSX workbook, with real dates and numbers."""

from collections.abc import Iterable
from collections.abc import Sequence
from collective.conventions.terms.safe_cell import safe_cell
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from typing import Any
from typing import BinaryIO


MIME_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
BOLD = Font(bold=True)


def write(stream: BinaryIO, lines: Iterable[list[Any]], widths: Sequence[int]) -> None:
    """Write ``lines`` into ``stream`` row by row; the first one holds the titles."""
    workbook = Workbook(write_only=True)
    sheet = workbook.create_sheet()
    sheet.freeze_panes = "A2"
    for number, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for number, line in enumerate(lines):
        cells = [safe_cell(value) for value in line]
        sheet.append(cells if number else [_heading(sheet, value) for value in cells])
    workbook.save(stream)


def _heading(sheet: Any, value: Any) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value=value)
    cell.font = BOLD
    return cell
