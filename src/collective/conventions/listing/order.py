"""Putting records in order, no further than they are asked for."""

from BTrees.IIBTree import intersection
from collections.abc import Iterator
from collective.conventions.listing.sets import index_of
from collective.conventions.listing.sets import Records
from heapq import nlargest
from heapq import nsmallest
from itertools import islice
from typing import Any


TITLE = "sortable_title"
#: So many keys of an index are walked past in the time it takes to sort one record.
WALKED = 4


def arranged(records: Records, index: str, descending: bool, limit: int) -> list[int]:
    """The first ``limit`` records, in the order of an index and, of equals, of their titles.

    What the index does not know (a draft has no start yet) comes last, whatever the direction.
    """
    keys = index_of(index).documentToKeyMap()
    few = len(records) * WALKED < len(keys)
    found = _sorted if few else _walked
    first = list(islice(found(records, index, descending, limit), limit))
    if len(first) == limit or len(first) == len(records):
        return first
    unknown = [record for record in records if record not in keys]
    return first + nsmallest(limit - len(first), unknown, key=_title_of())


def _sorted(records: Records, index: str, descending: bool, limit: int) -> Iterator[int]:
    """Look up the key of each record: for few records of a large index."""
    keys, title = index_of(index).documentToKeyMap(), _title_of()
    known = [(keys[record], title(record), record) for record in records if record in keys]
    return (record for _key, _title, record in sorted(known, reverse=descending))


def _walked(records: Records, index: str, descending: bool, limit: int) -> Iterator[int]:
    """Walk through the index in its own order: the first of many are soon found."""
    tree, title = index_of(index)._index, _title_of()
    pick = nlargest if descending else nsmallest
    for key in reversed(list(tree)) if descending else tree:
        group = tree[key]
        if not isinstance(group, int):
            yield from pick(limit, intersection(records, group), key=lambda r: (title(r), r))
        elif group in records:
            yield group


def _title_of() -> Any:
    """What a record is sorted by among its equals."""
    titles = index_of(TITLE).documentToKeyMap()
    return lambda record: titles.get(record, "")
