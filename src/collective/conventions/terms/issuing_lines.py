"""What a line of a document still lacks before the document can be issued.

A quantity may be below zero: such a line takes back what the same document has charged. A price may
not (BR-27), nor a reduction.
"""

from collections.abc import Iterator
from collective.conventions.terms.amounts import cents
from collective.conventions.terms.amounts import EXACT
from collective.conventions.terms.amounts import MAXIMUM
from collective.conventions.terms.amounts import MOST_DECIMALS
from collective.conventions.terms.amounts import number_fault
from collective.conventions.terms.choices import UNITS
from collective.conventions.terms.choices import VAT_CATEGORIES
from collective.conventions.terms.document import Document
from collective.conventions.terms.document import DocumentLine
from collective.conventions.terms.document import ZERO
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.money import valid_rate
from datetime import date
from decimal import Decimal


#: By how much an amount may miss its percentage (PEPPOL-EN16931-R040).
SLACK = Decimal("0.02")

_LIMITS = {"too_large": int(MAXIMUM), "too_many_decimals": MOST_DECIMALS}


def of_line(document: Document, line: DocumentLine, row: int) -> Iterator[Finding]:
    """Yield what this line of the document lacks."""
    if not line.description.strip():
        yield Finding("required", "lines", row=row, column="description")
    for column, value in (("unit", line.unit), ("vat_category", line.vat_category)):
        if value not in {"unit": UNITS, "vat_category": VAT_CATEGORIES}[column]:
            yield Finding("unknown_choice", "lines", {"value": value}, row, column)
    yield from _of_rate(line, row)
    numbers = [*_of_number(line.quantity, row, "quantity")]
    numbers += _of_number(line.unit_price, row, "unit_price")
    yield from numbers
    if not numbers:
        yield from _of_reduction(line, row)
    yield from _of_period(document, line, row)


def _of_number(number: Decimal, row: int, column: str) -> Iterator[Finding]:
    if code := number_fault(number):
        params = {"maximum": _LIMITS[code]} if code in _LIMITS else {}
        yield Finding(code, "lines", params, row, column)
    elif number < 0 and column != "quantity":
        yield Finding("negative", "lines", row=row, column=column)
    elif number == 0 and column == "quantity":
        yield Finding("not_positive", "lines", row=row, column=column)


def _of_rate(line: DocumentLine, row: int) -> Iterator[Finding]:
    """The standard category has a rate, exemption and what is out of scope have none."""
    if not valid_rate(line.vat_rate):
        yield Finding("vat_rate_invalid", "lines", row=row, column="vat_rate")
    elif line.vat_category in VAT_CATEGORIES and (line.vat_rate > 0) != (line.vat_category == "S"):
        params = {"rate": str(line.vat_rate), "category": line.vat_category}
        yield Finding("rate_of_category", "lines", params, row, "vat_rate")


def _of_reduction(line: DocumentLine, row: int) -> Iterator[Finding]:
    reduction, percent = line.reduction, line.reduction_percent
    if faults := [*_of_number(reduction, row, "reduction")]:
        yield from faults
    elif cents(reduction) != reduction:
        yield Finding("too_many_decimals", "lines", {"maximum": 2}, row, "reduction")
    elif reduction > (most := max(ZERO, line.full)):
        yield Finding("too_large", "lines", {"maximum": str(most)}, row, "reduction")
    elif percent is not None and not (percent.is_finite() and 0 <= percent <= 100):
        yield Finding("too_large", "lines", {"maximum": 100}, row, "reduction_percent")
    elif percent is not None:
        share = cents(EXACT.multiply(line.full, percent).scaleb(-2, EXACT))
        if abs(share - reduction) > SLACK:
            params = {"stated": str(reduction), "computed": str(share)}
            yield Finding("reduction_differs", "lines", params, row, "reduction")


def _of_period(document: Document, line: DocumentLine, row: int) -> Iterator[Finding]:
    """The period of a line lies in that of the document (PEPPOL-EN16931-R110, R111)."""
    start, end = line.period_start, line.period_end
    if start and end and end < start:
        params = {"start": start.isoformat()}
        yield Finding("end_before_start", "lines", params, row, "period_end")
    first, last = document.period_start or date.min, document.period_end or date.max
    for column, day in (("period_start", start), ("period_end", end)):
        if day and not first <= day <= last:
            params = {"first": first.isoformat(), "last": last.isoformat()}
            yield Finding("date_out_of_range", "lines", params, row, column)
