"""What a received document says, as the values of an invoice of ours."""

from collective.conventions.billing.credit import row_of
from collective.conventions.terms.choices import UNITS
from collective.conventions.terms.document import Document
from collective.conventions.terms.document import DocumentLine
from collective.conventions.terms.document import ZERO
from collective.conventions.terms.reducing import reduced
from dataclasses import replace
from decimal import Decimal
from typing import Any


def values_of(document: Document, convention: Any) -> dict[str, Any]:
    """The values of an invoice that says the same, but for its reference to another."""
    return {
        "title": convention.title,
        "document_kind": document.kind,
        "issuer": document.issuer.uid,
        "customer": document.customer.uid,
        "invoice_date": document.issued,
        "due_date": document.due,
        "period_start": document.period_start,
        "period_end": document.period_end,
        "buyer_reference": document.buyer_reference[:100],
        "exemption_reason": document.exemption_reason[:500],
        "lines": [_row(line) for line in document.lines],
        "remarks": document.remarks[:5000],
    }


def with_periods(document: Document) -> Document:
    """The document with its own period for the monthly lines that name none (EN 16931, BG-14)."""
    start, end = document.period_start, document.period_end
    if start is None or end is None:
        return document
    lines = (
        replace(line, period_start=start, period_end=end) if _lacks_period(line) else line
        for line in document.lines
    )
    return replace(document, lines=tuple(lines))


def _lacks_period(line: DocumentLine) -> bool:
    return line.unit == "month" and not (line.period_start or line.period_end)


def _row(line: DocumentLine) -> dict[str, Any]:
    """A line as a row, in one sum where a row cannot say how it is reduced or counted."""
    percent = line.reduction_percent or Decimal(0)
    plain = replace(line, reduction=ZERO, reduction_percent=None)
    if reduced(plain, percent, line.reduction_reason).net != line.net:
        line = replace(plain, quantity=Decimal(1), unit_price=line.net, unit="unit")
    return row_of(line if line.unit in UNITS else replace(line, unit="unit"))
