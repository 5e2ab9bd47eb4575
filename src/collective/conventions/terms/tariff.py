"""What a convention costs: prices, their indexation, and a reduction (C11, O3, O10)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Price:
    """One price in euro without VAT, counted by ``basis`` (``choices.PRICE_BASES``).

    A "per_participant" price holds from ``from_count`` participants on, for each of them: of
    several, the one with the highest count that is reached. A "one_off" price is due on ``day``,
    or when the convention enters into force. ``vat_rate`` is in per cent.
    """

    description: str
    basis: str
    amount: Decimal
    vat_rate: Decimal = Decimal(21)
    vat_category: str = "S"
    from_count: int = 1
    day: date | None = None
    indexed: bool = False


@dataclass(frozen=True)
class Indexation:
    """P0 × (``fixed_part`` + ``moving_part`` × I / I0), always from P0; the parts add up to 1.

    ``base_month`` is the first day of the month of I0. A price moves each 1 January ("january") or
    on the anniversary of the start ("anniversary"), to the index of the month ``lag_months``
    before; ``rounding`` is one of ``choices.INDEX_ROUNDINGS``.
    """

    series: str
    base_month: date
    fixed_part: Decimal = Decimal(0)
    moving_part: Decimal = Decimal(1)
    rule: str = "january"
    lag_months: int = 1
    rounding: str = "cent"
    clause: str = ""


@dataclass(frozen=True)
class Reduction:
    """``percent`` off while ``condition`` (``choices.REDUCTION_CONDITIONS``) holds."""

    percent: Decimal
    condition: str
    reason: str = ""


@dataclass(frozen=True)
class Tariff:
    """All that makes the price of a convention; ``participants`` is how many take part."""

    prices: tuple[Price, ...] = ()
    indexation: Indexation | None = None
    reduction: Reduction | None = None
    participants: int = 0
