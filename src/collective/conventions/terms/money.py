"""The totals of the lines of an invoice or credit note, in euro.

VAT is computed once per rate on the document's total, never per line (C11, O3): see ``document``.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from collective.conventions.terms.amounts import cents
from collective.conventions.terms.amounts import InvalidAmount
from collective.conventions.terms.amounts import percentage
from collective.conventions.terms.amounts import total
from collective.conventions.terms.document import DocumentLine as Line
from collective.conventions.terms.document import valid_rate
from collective.conventions.terms.document import vat_shares
from collective.conventions.terms.document import VatShare
from dataclasses import dataclass
from dataclasses import fields
from dataclasses import replace
from decimal import Decimal
from typing import Any


__all__ = [
    "InvalidAmount",
    "Line",
    "Totals",
    "VatShare",
    "cents",
    "line_amount",
    "line_of",
    "totals",
    "valid_rate",
]


_COLUMNS = frozenset(item.name for item in fields(Line))


@dataclass(frozen=True)
class Totals:
    """A document's totals in euro; ``vat_by_rate`` is ordered by category and rate."""

    net: Decimal
    vat_by_rate: tuple[VatShare, ...]
    vat: Decimal
    gross: Decimal


def line_amount(line: Line) -> Decimal:
    """Return what one line charges in euro, without VAT.

    :raises InvalidAmount: for a quantity or price that ``number_fault`` refuses.
    """
    return line.net


def line_of(row: Mapping[str, Any]) -> Line:
    """Return the line that a row of an invoice says; its reduction follows from the percentage.

    :raises InvalidAmount: as ``line_amount`` does.
    """
    line = Line(**{name: row[name] for name in _COLUMNS if row.get(name) is not None})
    if not line.reduction_percent:
        return line
    return replace(line, reduction=percentage(line.full, line.reduction_percent))


def totals(lines: Iterable[Line]) -> Totals:
    """Return the totals of a document; the order of its lines does not matter.

    :raises InvalidAmount: for a number that is not finite, too large, too precise, or no VAT rate.
    """
    shares = vat_shares(lines)
    net = total(*(share.base for share in shares))
    vat = total(*(share.vat for share in shares))
    return Totals(net, shares, vat, total(net, vat))
