"""Sets of catalog records: what a list of many thousands is counted and cut with.

A record is known by the number the catalog gave it. Everything here is set arithmetic on those
numbers in C; nothing is fetched but the sets themselves.
"""

from BTrees.IIBTree import IISet
from BTrees.IIBTree import IITreeSet
from BTrees.IIBTree import intersection
from plone import api
from Products.ZCatalog.query import IndexQuery
from typing import Any


#: From this ratio on, looking up each member of the small set beats walking through both.
MUCH_SMALLER = 8

Records = IISet | IITreeSet


def visible(portal_type: str) -> IISet:
    """The records of a type that the current user may see."""
    found = api.portal.get_tool("portal_catalog")(portal_type=portal_type)
    return IISet(found._seq)


def matching(index: str, query: Any) -> Records:
    """The records that one index finds for ``query``, whoever asks: to be cut with ``visible``.

    :param query: a value, a list of values, or a mapping with options, as for the catalog.
    """
    found = index_of(index)
    asked = IndexQuery(
        {index: query}, index, found.query_options, found.operators, found.useOperator
    )
    records = found.query_index(asked)
    # A text index answers with a mapping of records to scores.
    return IISet(records) if hasattr(records, "items") else records or IISet()


def groups(index: str) -> dict[str, Records]:
    """The records of every value of an index, whoever asks."""
    values = index_of(index)._index.items()
    return {value: IISet((one,)) if isinstance(one, int) else one for value, one in values}


def overlap(one: Records, other: Records) -> int:
    """How many records are in both."""
    small, large = sorted((one, other), key=len)
    if len(small) * MUCH_SMALLER < len(large):
        return sum(map(large.__contains__, small))
    return len(intersection(one, other))


def index_of(name: str) -> Any:
    """An index of the catalog."""
    return api.portal.get_tool("portal_catalog")._catalog.getIndex(name)
