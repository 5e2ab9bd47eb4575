"""How much a space holds, and how much it may hold."""

from collective.conventions import _
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.terms.findings import Finding
from dataclasses import dataclass
from decimal import Decimal
from decimal import InvalidOperation
from typing import Any


#: As people write sizes; decimal, as the pages show them.
UNITS = {"": 1, "KB": 1000, "MB": 1000**2, "GB": 1000**3, "TB": 1000**4}


@dataclass(frozen=True)
class Usage:
    """Bytes; None for what nobody measures."""

    used: int | None
    limit: int | None


def usage_of(portal: Any) -> Usage:
    """What the space ``portal`` uses of what it may."""
    return Usage(None, None)


def set_limit(portal: Any, limit: int | None) -> None:
    """Let the space hold ``limit`` bytes; None for what every new space may hold."""


def read_limit(text: str) -> int | None:
    """A limit as it is typed: “3 GB”, “2,5 Go” or bytes; None for an empty text.

    :raises UnprocessableEntity: it is none.
    """
    plain = "".join(text.split()).upper().replace(",", ".")
    if not plain:
        return None
    if plain.endswith("O"):
        plain = f"{plain[:-1]}B"
    number = plain.rstrip("KMGTB")
    try:
        limit = Decimal(number) * UNITS[plain[len(number) :]]
        return int(limit)
    except (InvalidOperation, KeyError, ValueError, OverflowError):
        found = [Finding("not_a_number", "limit")]
        raise UnprocessableEntity(_("The limit must be a size, as in 3 GB."), found)
