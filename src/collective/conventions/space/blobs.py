"""Finding the blobs in a thing, and how large they are."""

from Acquisition import aq_base
from collections.abc import Iterable
from collections.abc import Iterator
from OFS.SimpleItem import Item
from os import fstat
from persistent import Persistent
from types import FunctionType
from types import ModuleType
from typing import Any
from ZODB.blob import Blob
from ZODB.blob import SAVEPOINT_SUFFIX
from ZODB.utils import u64
from zope.interface.interface import SpecificationBase


#: What can hold no blob; most values are of the first few kinds.
PLAIN = (
    str,
    bytes,
    int,
    float,
    type(None),
    type,
    FunctionType,
    ModuleType,
    SpecificationBase,
)

#: Attributes that lead out of a thing: up, to what lies in a folder, to components.
ELSEWHERE = frozenset(
    {"__parent__", "_tree", "_count", "_mt_index", "_objects", "_components", "workflow_history"}
)


def blobs_in(values: Iterable[Any]) -> Iterator[Blob]:
    """Every blob that is reached from ``values`` without passing through another item."""
    waiting = list(values)
    # The values themselves are kept: the id of what is thrown away is used again.
    seen: dict[int, Any] = {}
    while waiting:
        value = waiting.pop()
        if isinstance(value, PLAIN) or id(value) in seen:
            continue
        seen[id(value)] = value
        if isinstance(value, Blob):
            yield value
        elif not isinstance(value, Item):
            waiting.extend(inside(value))


def inside(value: Any) -> Iterable[Any]:
    """What a collection, row, file or other object holds."""
    if isinstance(value, list | tuple | set | frozenset):
        return value
    if isinstance(value, dict) or (hasattr(value, "values") and hasattr(value, "keys")):
        return value.values()
    if isinstance(value, Iterable) and isinstance(value, Persistent):
        return list(value)
    return attributes(value).values()


def attributes(thing: Any) -> dict[str, Any]:
    """The attributes of a thing that do not lead out of it."""
    base = aq_base(thing)
    if isinstance(base, Persistent):
        base._p_activate()
    found = getattr(base, "__dict__", {})
    return {name: value for name, value in found.items() if name not in ELSEWHERE}


def oid_of(thing: Any, jar: Any) -> int:
    """The number of a thing in the database; a new one gets it now, ahead of the commit."""
    if thing._p_oid is None:
        jar.add(thing)
    return int(u64(thing._p_oid))


def size_of(blob: Blob, known: int | None = None) -> int:
    """The bytes of a blob; a known size is believed of one that was not written to."""
    if known is not None and not is_written(blob):
        return known
    with blob.open("r") as stream:
        return fstat(stream.fileno()).st_size


def is_written(blob: Blob) -> bool:
    """Whether the present transaction has written to a blob."""
    return bool(blob._p_changed) or (blob._p_blob_committed or "").endswith(SAVEPOINT_SUFFIX)
