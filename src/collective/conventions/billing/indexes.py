"""The values of price indexes, each with its source: the operator's for all, a space's own first.

A value is entered or imported by a person; nothing is fetched from anywhere.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from collective.conventions.billing.keeping import kept
from collective.conventions.billing.keeping import tree
from dataclasses import asdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any


NAME = "price_indexes"
#: What the journal of the server calls a change of its values.
ENTERED, REMOVED = ACTIONS = ("indexes_entered", "index_removed")
Table = Mapping[tuple[str, date], Decimal]


@dataclass(frozen=True)
class Value:
    """The index of a series (``choices.INDEX_SERIES``) in a month, named by its first day."""

    series: str
    month: date
    value: Decimal
    source: str

    @property
    def key(self) -> str:
        return f"{self.series}|{self.month.isoformat()}"


def values_of(place: Any) -> tuple[Value, ...]:
    """The values that a space, or the root of the server, keeps, by series and month."""
    found = kept(place, NAME)
    return tuple(Value(**row) for row in found.values()) if found is not None else ()


def table(portal: Any) -> Table:
    """Every value that holds in a space."""
    both = (*values_of(portal.getPhysicalRoot()), *values_of(portal))
    return {(one.series, one.month): one.value for one in both}


def put(place: Any, values: Iterable[Value]) -> tuple[Value, ...]:
    """Keep values in a space or on the root; returns those that are new or other than before."""
    given = tuple(values)
    if not given:
        return ()
    known = tree(place, NAME)
    changed = tuple(one for one in given if known.get(one.key) != asdict(one))
    for one in changed:
        known[one.key] = asdict(one)
    return changed


def drop(place: Any, series: str, month: date) -> bool:
    """Forget a value; tells whether it was there."""
    known = kept(place, NAME)
    key = Value(series, month, Decimal(0), "").key
    if known is None or key not in known:
        return False
    del known[key]
    return True
