"""How many of the found records have each value of an index."""

from BTrees.IIBTree import IISet
from collections.abc import Collection
from collections.abc import Mapping
from collective.conventions.listing.sets import groups
from collective.conventions.listing.sets import overlap
from collective.conventions.listing.sets import Records
from dataclasses import dataclass
from heapq import heappush
from heapq import heapreplace


@dataclass(frozen=True)
class Count:
    """A value of a facet, how many records have it, and whether it is asked for."""

    value: str
    count: int
    chosen: bool


def counts(index: str, records: Records, most: int, chosen: Collection[str]) -> tuple[Count, ...]:
    """The ``most`` frequent values among ``records``, and the chosen ones in any case."""
    values = groups(index)
    found = {value: overlap(records, values.get(value, IISet())) for value in chosen}
    found |= _most_frequent(values, records, most)
    return tuple(
        Count(value, found[value], value in chosen)
        for value in sorted(found, key=lambda value: (-found[value], value))
    )


def _most_frequent(values: Mapping[str, Records], records: Records, most: int) -> dict[str, int]:
    """Values with their counts, the largest sets first: one that is no larger than the counts
    already found need not be looked at, nor any after it."""
    best: list[tuple[int, str]] = []
    for length, value in sorted(((len(one), value) for value, one in values.items()), reverse=True):
        if len(best) == most and length <= best[0][0]:
            break
        count = overlap(records, values[value])
        if count and len(best) < most:
            heappush(best, (count, value))
        elif count and count > best[0][0]:
            heapreplace(best, (count, value))
    return {value: count for count, value in best}
