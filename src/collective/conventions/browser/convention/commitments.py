"""What each party owes, with its total."""

from collections.abc import Mapping
from collective.conventions.browser.names import Named
from collective.conventions.browser.names import Names
from collective.conventions.terms.commitments import Commitment
from collective.conventions.terms.commitments import PartyTotal
from collective.conventions.terms.commitments import totals_per_party
from dataclasses import dataclass
from dataclasses import fields
from datetime import date
from typing import Any


COLUMNS = {item.name: item.default for item in fields(Commitment) if item.name != "party"}


@dataclass(frozen=True)
class Owed:
    """What one party owes: its commitments and their total."""

    partner: Named
    commitments: tuple[Commitment, ...]
    total: PartyTotal


def owed(values: Mapping[str, Any], names: Names, today: date) -> list[Owed]:
    """What each party owes, in the order in which parties first appear."""
    commitments = [_commitment(row) for row in values.get("commitments") or ()]
    return [
        Owed(
            names[total.party],
            tuple(one for one in commitments if one.party == total.party),
            total,
        )
        for total in totals_per_party(commitments, today)
    ]


def overdue(commitment: Commitment, today: date) -> bool:
    """Whether a commitment should have been kept by now and was not."""
    late = commitment.due is not None and commitment.due < today
    return late and (commitment.done is None or commitment.done > today)


def _commitment(row: Mapping[str, Any]) -> Commitment:
    values = {name: row.get(name) or default for name, default in COLUMNS.items()}
    return Commitment(party=row["partner"], **values)
