"""The originals of a convention: one for each party, and who has received his (C14, W8)."""

from collections.abc import Sequence
from collective.conventions.terms.parties import Party
from collective.conventions.terms.parties import Signatory
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Original:
    """The original of one party.

    :ivar party: the UID of the partner.
    :ivar received: the day on which he has acknowledged receipt; ``None`` as long as he has not.
    """

    party: str
    received: date | None = None


def originals(parties: Sequence[Party], signatories: Sequence[Signatory]) -> tuple[Original, ...]:
    """Return the original of each party, in the order of the parties.

    Where several persons sign for a party the first receipt counts: it has one original.
    """
    return tuple(
        Original(
            party,
            min(
                (
                    one.original_received
                    for one in signatories
                    if one.party == party and one.original_received
                ),
                default=None,
            ),
        )
        for party in dict.fromkeys(one.partner for one in parties if one.partner)
    )


def received(found: Sequence[Original]) -> int:
    """Return how many of the originals are received."""
    return sum(one.received is not None for one in found)
