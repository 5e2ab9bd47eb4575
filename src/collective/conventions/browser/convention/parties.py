"""The parties, each with who signs and whom to reach."""

from collections.abc import Mapping
from collective.conventions.browser.names import Named
from collective.conventions.browser.names import Names
from dataclasses import dataclass
from typing import Any


Row = Mapping[str, Any]


@dataclass(frozen=True)
class Card:
    """A party: its name, its role, its signatories and its contact persons."""

    partner: Named
    role: str
    signatories: tuple[Row, ...]
    contacts: tuple[Row, ...]


def cards(values: Mapping[str, Any], names: Names) -> list[Card]:
    """The parties in their order; a signatory of no party gets a card of his own."""
    roles = {row["partner"]: row.get("role") or "" for row in values.get("parties") or ()}
    tables = ("signatories", "contacts")
    for table in tables:
        for row in values.get(table) or ():
            roles.setdefault(row["partner"], "")
    return [
        Card(names[uid], role, *(_of(values.get(table), uid) for table in tables))
        for uid, role in roles.items()
    ]


def _of(rows: Any, uid: str) -> tuple[Row, ...]:
    return tuple(row for row in rows or () if row["partner"] == uid)
