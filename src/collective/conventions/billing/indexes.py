"""The values of price indexes, each with its source: the operator's for all, a space's own first.

A value is entered or imported by a person; nothing is fetched from anywhere.
"""

from BTrees.OOBTree import OOBTree
from collections.abc import Iterable
from collections.abc import Mapping
from collective.conventions.server.shelf import kept
from collective.conventions.server.shelf import shelf
from dataclasses import asdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from zope.annotation.interfaces import IAnnotations


NAME = "price_indexes"
KEY = "collective.conventions.price_indexes"
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
    found = _kept(place)
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
    tree = _made(place)
    changed = tuple(one for one in given if tree.get(one.key) != asdict(one))
    for one in changed:
        tree[one.key] = asdict(one)
    return changed


def drop(place: Any, series: str, month: date) -> bool:
    """Forget a value; tells whether it was there."""
    tree = _kept(place)
    key = Value(series, month, Decimal(0), "").key
    if tree is None or key not in tree:
        return False
    del tree[key]
    return True


def _is_root(place: Any) -> bool:
    return place.getPhysicalPath() == ("",)


def _kept(place: Any) -> Any:
    return kept(place, NAME) if _is_root(place) else IAnnotations(place).get(KEY)


def _made(place: Any) -> Any:
    if _is_root(place):
        return shelf(place, NAME)
    annotations = IAnnotations(place)
    if KEY not in annotations:
        annotations[KEY] = OOBTree()
    return annotations[KEY]
