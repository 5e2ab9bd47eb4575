"""Money: ``Decimal`` in euro, two decimals, rounded half up.

VAT is computed once per rate on the document's total, never per line (C11, O3).
"""

from collections.abc import Iterable
from collective.conventions.terms.findings import known
from dataclasses import dataclass
from decimal import Context
from decimal import Decimal
from decimal import ROUND_HALF_UP


#: No quantity, price or amount may reach this, in either direction.
MAXIMUM = Decimal(10) ** 12

#: Nor have more decimals than this.
MOST_DECIMALS = 10

_CENT = Decimal("0.01")
_ZERO = Decimal("0.00")
_EXACT = Context(prec=200, rounding=ROUND_HALF_UP)


class InvalidAmount(ValueError):
    """A number money cannot be computed with; ``code`` is one of ``findings.CODES``."""

    def __init__(self, code: str) -> None:
        super().__init__(known(code))
        self.code = code


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


def number_fault(number: Decimal) -> str | None:
    """Return the code of what makes ``number`` useless for computing money, or None."""
    if not number.is_finite():
        return "not_a_number"
    if abs(number) >= MAXIMUM:
        return "too_large"
    if _EXACT.quantize(number, Decimal(1).scaleb(-MOST_DECIMALS)) != number:
        return "too_many_decimals"
    return None


def cents(amount: Decimal) -> Decimal:
    """Return ``amount`` in euro with two decimals, half up (away from zero).

    :raises InvalidAmount: for NaN, an infinity, or too large a number.
    """
    if not amount.is_finite():
        raise InvalidAmount("not_a_number")
    if abs(amount) >= MAXIMUM * MAXIMUM:
        raise InvalidAmount("too_large")
    return _sum(_EXACT.quantize(amount, _CENT))


def valid_rate(rate: Decimal) -> bool:
    """Tell whether ``rate`` is a VAT rate: 0 to 100 per cent with at most two decimals."""
    return rate.is_finite() and 0 <= rate <= 100 and rate == round(rate, 2)


def line_amount(line: Line) -> Decimal:
    """Return quantity × unit price of one line in euro, without VAT.

    :raises InvalidAmount: for a quantity or price that ``number_fault`` refuses.
    """
    return cents(_EXACT.multiply(_usable(line.quantity), _usable(line.unit_price)))


def totals(lines: Iterable[Line]) -> Totals:
    """Return the totals of a document; the order of its lines does not matter.

    :raises InvalidAmount: for a number that is not finite, too large, too precise, or no VAT rate.
    """
    bases: dict[Decimal, Decimal] = {}
    for line in lines:
        rate = _rate(line.vat_rate)
        bases[rate] = _sum(bases.get(rate, _ZERO), line_amount(line))
    shares = tuple(
        VatShare(rate, base, cents(_EXACT.multiply(base, rate).scaleb(-2, _EXACT)))
        for rate, base in sorted(bases.items())
    )
    net = _sum(*(share.base for share in shares))
    vat = _sum(*(share.vat for share in shares))
    return Totals(net, shares, vat, _sum(net, vat))


def _rate(rate: Decimal) -> Decimal:
    if not valid_rate(rate):
        raise InvalidAmount("vat_rate_invalid")
    return _sum(_EXACT.quantize(rate, _CENT))


def _sum(*amounts: Decimal) -> Decimal:
    """Add up exactly; a zero never carries a sign."""
    total = _ZERO
    for amount in amounts:
        total = _EXACT.add(total, amount)
    return total


def _usable(number: Decimal) -> Decimal:
    if code := number_fault(number):
        raise InvalidAmount(code)
    return number
