"""A table as a CSV file, as Excel reads it in Belgium."""

from collections.abc import Iterable
from collective.conventions.terms.safe_cell import safe_cell
from datetime import date
from datetime import datetime
from decimal import Decimal
from io import TextIOWrapper
from typing import Any
from typing import BinaryIO
import csv


MIME_TYPE = "text/csv; charset=utf-8"


def write(stream: BinaryIO, lines: Iterable[list[Any]]) -> None:
    """Write ``lines`` into ``stream``: UTF-8 with its mark, semicolons, decimal commas."""
    text = TextIOWrapper(stream, encoding="utf-8-sig", newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    for line in lines:
        writer.writerow([_text(safe_cell(value)) for value in line])
    text.detach()


def _text(value: Any) -> Any:
    """Days and instants as every Excel understands them; numbers with a comma."""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float | Decimal):
        return f"{Decimal(str(value)):f}".replace(".", ",")
    return value
