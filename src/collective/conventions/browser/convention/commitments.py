"""What each party owes, with its total."""

from collections.abc import Mapping
from collective.conventions.browser.names import Named
from collective.conventions.browser.names import Names
from collective.conventions.content.values import commitment_of
from collective.conventions.terms.commitments import Commitment
from collective.conventions.terms.commitments import PartyTotal
from collective.conventions.terms.commitments import totals_per_party
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Owed:
    """What one party owes: its commitments and their total."""

    partner: Named
    commitments: tuple[Commitment, ...]
    total: PartyTotal


def owed(values: Mapping[str, Any], names: Names, today: date) -> list[Owed]:
    """What each party owes, in the order in which parties first appear."""
    commitments = [commitment_of(row) for row in values.get("commitments") or ()]
    return [
        Owed(
            names[total.party],
            tuple(one for one in commitments if one.party == total.party),
            total,
        )
        for total in totals_per_party(commitments, today)
    ]
