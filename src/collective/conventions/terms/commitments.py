"""What each party owes, added up (W2, D2, O8)."""

from collections.abc import Iterable
from collective.conventions.terms.amending.state import Origin
from collective.conventions.terms.amounts import cents
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Commitment:
    """What a party promises: ``party`` is the partner's UID, ``amount`` in euro.

    ``quantity`` counts in ``unit`` ("man-days"); ``condition`` makes it depend on something (W9);
    ``due`` and ``done`` are civil dates; ``evidence`` says what proves it;
    ``origin`` is the amendment that it comes from, None for the original.
    """

    party: str
    description: str = ""
    domain: str = ""
    quantity: Decimal | None = None
    unit: str = ""
    amount: Decimal | None = None
    budget: str = ""
    condition: str = ""
    frequency: str = ""
    due: date | None = None
    done: date | None = None
    evidence: str = ""
    origin: Origin | None = None

    def is_done(self, today: date) -> bool:
        """Whether it is kept: on the day it was, not before."""
        return self.done is not None and self.done <= today

    def is_overdue(self, today: date) -> bool:
        """Whether it should have been kept by now and was not: after its due day."""
        return self.due is not None and self.due < today and not self.is_done(today)


@dataclass(frozen=True)
class PartyTotal:
    """What one party owes: how many commitments, done and overdue ones among them.

    ``amount`` in euro, ``quantities`` as (unit, quantity) in the order units first appear.
    """

    party: str
    count: int
    done: int
    overdue: int
    amount: Decimal
    quantities: tuple[tuple[str, Decimal], ...]


def totals_per_party(commitments: Iterable[Commitment], today: date) -> tuple[PartyTotal, ...]:
    """Return the totals of each party, in the order parties first appear.

    :raises InvalidAmount: for an amount that is not finite or too large.
    """
    of_party: dict[str, list[Commitment]] = {}
    for commitment in commitments:
        of_party.setdefault(commitment.party, []).append(commitment)
    return tuple(_total(party, owed, today) for party, owed in of_party.items())


def _total(party: str, owed: list[Commitment], today: date) -> PartyTotal:
    quantities: dict[str, Decimal] = {}
    for commitment in owed:
        if commitment.quantity is not None:
            unit = commitment.unit.strip()
            quantities[unit] = quantities.get(unit, Decimal(0)) + commitment.quantity
    return PartyTotal(
        party,
        count=len(owed),
        done=sum(one.is_done(today) for one in owed),
        overdue=sum(one.is_overdue(today) for one in owed),
        amount=cents(sum((one.amount for one in owed if one.amount is not None), Decimal(0))),
        quantities=tuple(quantities.items()),
    )
