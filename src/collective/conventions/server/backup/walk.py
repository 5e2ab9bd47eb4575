"""Every record that can be reached from one, read from the storage: no object is made."""

from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from ZODB.POSException import POSKeyError
from ZODB.serialize import referencesf


#: Gives the state of a record and its transaction.
Load = Callable[[bytes], tuple[bytes, bytes]]


@dataclass(frozen=True)
class Record:
    """A record that is reached; without a state it is referred to and not there."""

    oid: bytes
    state: bytes | None
    serial: bytes
    #: Of the record through which it was reached.
    parent: bytes


def walk(load: Load, start: bytes) -> Iterator[Record]:
    """Each record once, the first one first."""
    seen, waiting = {start}, [(start, start)]
    while waiting:
        oid, parent = waiting.pop()
        try:
            state, serial = load(oid)
        except POSKeyError:
            yield Record(oid, None, b"", parent)
            continue
        yield Record(oid, state, serial, parent)
        for child in referencesf(state):
            if child not in seen:
                seen.add(child)
                waiting.append((child, oid))
