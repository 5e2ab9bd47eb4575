"""What was invoiced in each year, as bars: paid, given back, open and overdue, on one scale."""

from collections.abc import Mapping
from collective.conventions.terms.standing import Standing
from dataclasses import dataclass
from decimal import Decimal


WIDTH, BAR, GAP = 600, 22, 12
#: What a bar is made of, from its foot on.
PARTS = ("paid", "credited", "open", "overdue")


@dataclass(frozen=True)
class Part:
    """A piece of a bar: ``name`` is one of ``PARTS``."""

    name: str
    x: int
    width: int


@dataclass(frozen=True)
class Bar:
    """One year."""

    year: int
    y: int
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Chart:
    """All years, the first on top."""

    bars: tuple[Bar, ...]
    height: int


def chart(years: Mapping[int, Standing]) -> Chart:
    """The bars of some years; what was overpaid is no part of them."""
    most = max((_sum(_amounts(one)) for one in years.values()), default=Decimal(0))
    bars = tuple(
        Bar(year, row * (BAR + GAP), tuple(_parts(standing, most)))
        for row, (year, standing) in enumerate(sorted(years.items()))
    )
    return Chart(bars, max(len(bars) * (BAR + GAP) - GAP, 0))


def _amounts(one: Standing) -> dict[str, Decimal]:
    return {
        "paid": one.paid - one.overpaid,
        "credited": one.credited,
        "open": one.open - one.overdue,
        "overdue": one.overdue,
    }


def _parts(one: Standing, most: Decimal) -> list[Part]:
    found, sofar = [], Decimal(0)
    for name, amount in _amounts(one).items():
        if amount <= 0:
            continue
        first, last = (int(WIDTH * value / most) for value in (sofar, sofar + amount))
        found.append(Part(name, first, max(last - first, 1)))
        sofar += amount
    return found


def _sum(amounts: Mapping[str, Decimal]) -> Decimal:
    return sum((amount for amount in amounts.values() if amount > 0), Decimal(0))
