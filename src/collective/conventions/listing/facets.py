"""How many of the found records have each value of an index."""

from collections.abc import Collection
from collections.abc import Iterator
from collective.conventions.listing.sets import index_of
from collective.conventions.listing.sets import matching
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
    frequent = dict(_most_frequent(index, records, most))
    missing = {value: overlap(records, matching(index, value)) for value in chosen}
    found = {**missing, **frequent}
    return tuple(
        Count(value, found[value], value in chosen)
        for value in sorted(found, key=lambda value: (-found[value], value))
    )


def _most_frequent(index: str, records: Records, most: int) -> Iterator[tuple[str, int]]:
    """Values with their counts, the largest sets first: a set that is smaller than the counts
    already found need not be looked at, nor any after it."""
    lengths = sorted(index_of(index).uniqueValues(withLengths=True), key=lambda pair: -pair[1])
    best: list[tuple[int, str]] = []
    for value, length in lengths:
        if len(best) == most and length <= best[0][0]:
            break
        count = overlap(records, matching(index, value))
        if count and len(best) < most:
            heappush(best, (count, value))
        elif count and count > best[0][0]:
            heapreplace(best, (count, value))
    return ((value, count) for count, value in best)
