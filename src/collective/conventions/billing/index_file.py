"""Values of price indexes in a file of text: a month and its index on each line.

The months stand as 2026-01 or 2026-01-01; semicolons, tabs or commas stand between the columns,
and the index has a point or a comma before its decimals. A first line of titles is passed over.
"""

from collections.abc import Iterator
from collective.conventions import _
from collective.conventions.billing.indexes import Value
from collective.conventions.interfaces import BadRequest
from collective.conventions.interfaces import RequestEntityTooLarge
from collective.conventions.terms.indexing import index_fault
from datetime import date
from decimal import Decimal
from decimal import InvalidOperation
from zope.i18nmessageid import Message
import csv
import re


#: Several series of a century; a file beyond it is none of ours.
MOST_OCTETS = 200_000
MONTH = re.compile(r"(\d{4})-(\d{2})(-01)?")


def read(data: bytes, series: str, source: str) -> tuple[Value, ...]:
    """The values of a file.

    :raises BadRequest: naming the first line that cannot be read.
    :raises RequestEntityTooLarge: for one beyond ``MOST_OCTETS``.
    """
    if len(data) > MOST_OCTETS:
        raise RequestEntityTooLarge(_("This file is too large for a list of indexes."))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadRequest(_("This is no file of text (UTF-8)."))
    found = tuple(Value(series, *row, source) for row in _rows(text))
    if not found:
        raise BadRequest(_("This file holds no index."))
    return found


def month_in(text: str) -> date | None:
    """The month that a text names, by its first day."""
    match = MONTH.fullmatch(text.strip())
    try:
        return date(int(match[1]), int(match[2]), 1) if match else None
    except ValueError:
        return None


def _rows(text: str) -> Iterator[tuple[date, Decimal]]:
    seen: set[date] = set()
    separator = next((one for one in ";\t" if one in text), ",")
    for number, row in enumerate(csv.reader(text.splitlines(), delimiter=separator), 1):
        cells = [cell.strip() for cell in row]
        if not any(cells) or (number == 1 and not cells[0][:1].isdigit()):
            continue
        month, value = month_in(cells[0]), _value(cells[1] if len(cells) > 1 else "")
        if month is None or value is None:
            raise _refused(
                number, _("Line ${line}: a month and an index are expected, as in 2026-01;133.49.")
            )
        if month in seen:
            raise _refused(number, _("Line ${line}: this month stands there twice."))
        seen.add(month)
        yield month, value


def _value(text: str) -> Decimal | None:
    try:
        value = Decimal(text.replace(",", "."))
    except InvalidOperation:
        return None
    return None if index_fault(value) else value


def _refused(line: int, fault: str) -> BadRequest:
    return BadRequest(Message(fault, mapping={"line": line}))
