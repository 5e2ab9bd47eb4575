"""Amounts in euro: ``Decimal``, two decimals, rounded half up; what cannot be one is refused."""

from collective.conventions.terms.findings import known
from decimal import Context
from decimal import Decimal
from decimal import ROUND_HALF_UP


#: No quantity, price or amount may reach this, in either direction.
MAXIMUM = Decimal(10) ** 12

#: Nor have more decimals than this.
MOST_DECIMALS = 10

CENT = Decimal("0.01")
EXACT = Context(prec=200, rounding=ROUND_HALF_UP)


class InvalidAmount(ValueError):
    """A number money cannot be computed with; ``code`` is one of ``findings.CODES``."""

    def __init__(self, code: str) -> None:
        super().__init__(known(code))
        self.code = code


def number_fault(number: Decimal) -> str | None:
    """Return the code of what makes ``number`` useless for computing money, or None."""
    if not number.is_finite():
        return "not_a_number"
    if abs(number) >= MAXIMUM:
        return "too_large"
    if EXACT.quantize(number, Decimal(1).scaleb(-MOST_DECIMALS)) != number:
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
    return total(EXACT.quantize(amount, CENT))


def percentage(amount: Decimal, percent: Decimal) -> Decimal:
    """Return ``percent`` per cent of ``amount`` in euro, to the cent."""
    return cents(EXACT.multiply(amount, percent).scaleb(-2, EXACT))


def usable(number: Decimal) -> Decimal:
    """Return ``number`` itself.

    :raises InvalidAmount: when ``number_fault`` says that money cannot be computed with it.
    """
    if code := number_fault(number):
        raise InvalidAmount(code)
    return number


def total(*amounts: Decimal) -> Decimal:
    """Return the exact sum of amounts in euro, to the cent at least; a zero carries no sign."""
    added = Decimal("0.00")
    for amount in amounts:
        added = EXACT.add(added, amount)
    return added
