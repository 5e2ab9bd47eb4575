"""Who agrees and who signs."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Party:
    """A side of the agreement: the partner's UID and a role out of ``choices.PARTY_ROLES``."""

    partner: str
    role: str = "partner"


@dataclass(frozen=True)
class Signatory:
    """A person who signs for a party (C1, D7).

    ``party`` is the partner's UID; ``date_signed`` and ``original_received`` (C14) are civil dates
    or None as long as they have not happened.
    """

    party: str
    name: str = ""
    capacity: str = ""
    by_delegation: bool = False
    date_signed: date | None = None
    original_received: date | None = None
