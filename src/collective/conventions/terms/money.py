"""The totals of an invoice or credit note, in euro.

VAT is computed once per rate on the document's total, never per line (C11, O3).
"""

from collections.abc import Iterable
from collective.conventions.terms.amounts import CENT
from collective.conventions.terms.amounts import cents
from collective.conventions.terms.amounts import EXACT
from collective.conventions.terms.amounts import InvalidAmount
from collective.conventions.terms.amounts import number_fault
from collective.conventions.terms.amounts import total
from dataclasses import dataclass
from decimal import Decimal


__all__ = [
    "InvalidAmount",
    "Line",
    "Totals",
    "VatShare",
    "cents",
    "line_amount",
    "totals",
    "valid_rate",
]


@dataclass(frozen=True)
class Line:
    """One line of an invoice or credit note.

    ``unit_price`` in euro without VAT, ``vat_rate`` in per cent ("21"); a quantity or price below
    zero is a credit.
    """

    description: str
    quantity: Decimal
    unit_price: Decimal
    vat_rate: Decimal


@dataclass(frozen=True)
class VatShare:
    """What one rate (in per cent) takes: ``base`` without VAT and ``vat``, both in euro."""

    rate: Decimal
    base: Decimal
    vat: Decimal


@dataclass(frozen=True)
class Totals:
    """A document's totals in euro; ``vat_by_rate`` is ordered by rate."""

    net: Decimal
    vat_by_rate: tuple[VatShare, ...]
    vat: Decimal
    gross: Decimal


def valid_rate(rate: Decimal) -> bool:
    """Tell whether ``rate`` is a VAT rate: 0 to 100 per cent with at most two decimals."""
    return rate.is_finite() and 0 <= rate <= 100 and rate == round(rate, 2)


def line_amount(line: Line) -> Decimal:
    """Return quantity × unit price of one line in euro, without VAT.

    :raises InvalidAmount: for a quantity or price that ``number_fault`` refuses.
    """
    return cents(EXACT.multiply(_usable(line.quantity), _usable(line.unit_price)))


def totals(lines: Iterable[Line]) -> Totals:
    """Return the totals of a document; the order of its lines does not matter.

    :raises InvalidAmount: for a number that is not finite, too large, too precise, or no VAT rate.
    """
    bases: dict[Decimal, Decimal] = {}
    for line in lines:
        rate = _rate(line.vat_rate)
        bases[rate] = total(bases.get(rate, Decimal(0)), line_amount(line))
    shares = tuple(
        VatShare(rate, base, cents(EXACT.multiply(base, rate).scaleb(-2, EXACT)))
        for rate, base in sorted(bases.items())
    )
    net = total(*(share.base for share in shares))
    vat = total(*(share.vat for share in shares))
    return Totals(net, shares, vat, total(net, vat))


def _rate(rate: Decimal) -> Decimal:
    if not valid_rate(rate):
        raise InvalidAmount("vat_rate_invalid")
    return total(EXACT.quantize(rate, CENT))


def _usable(number: Decimal) -> Decimal:
    if code := number_fault(number):
        raise InvalidAmount(code)
    return number
