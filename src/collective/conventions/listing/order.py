"""Putting records in order, no further than they are asked for."""

from collective.conventions.listing.sets import index_of
from collective.conventions.listing.sets import Records
from heapq import nlargest
from heapq import nsmallest
from typing import Any


TITLE = "sortable_title"


def arranged(records: Records, index: str, descending: bool, limit: int) -> list[int]:
    """The first ``limit`` records, in the order of an index and, of equals, of their titles.

    What the index does not know (a draft has no start yet) comes last, whatever the direction.
    """
    keys, titles = (index_of(name).documentToKeyMap() for name in (index, TITLE))

    def by_title(record: int) -> Any:
        return titles.get(record, "")

    def by_key(record: int) -> Any:
        return keys[record] if index == TITLE else (keys[record], titles.get(record, ""))

    pick = nlargest if descending else nsmallest
    known = [record for record in records if record in keys]
    first = pick(limit, known, key=by_key)
    if len(first) == limit or len(known) == len(records):
        return first
    unknown = (record for record in records if record not in keys)
    return first + nsmallest(limit - len(first), unknown, key=by_title)
