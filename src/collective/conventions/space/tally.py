"""The ledger of a space added up: by kind of holder, and what only scales or revisions hold."""

from collections import Counter
from collections.abc import Iterator
from collective.conventions.space.ledger import KINDS
from collective.conventions.space.ledger import Ledger
from dataclasses import dataclass


MOST = 2**63 - 1


@dataclass(frozen=True)
class Held:
    """The bytes that are put down to a holder; what somebody before him holds, too, is not."""

    kind: str
    number: int
    uid: str
    octets: int


def of_kind(ledger: Ledger, kind: str) -> Iterator[tuple[int, str, tuple[int, ...]]]:
    """The holders of a kind: number, UID of their content, blobs."""
    for (_kind, number), (uid, oids) in ledger.holdings.items((kind, 0), (kind, MOST)):
        yield number, uid, oids


def held(ledger: Ledger) -> Iterator[Held]:
    """Every holder with what is put down to him; together they make the sum of all blobs."""
    counted: set[int] = set()
    for kind in KINDS:
        for number, uid, oids in of_kind(ledger, kind):
            fresh = [oid for oid in oids if oid not in counted]
            counted.update(fresh)
            if fresh:
                yield Held(kind, number, uid, sum(ledger.blobs[oid][0] for oid in fresh))


def only(ledger: Ledger, kind: str) -> dict[int, int]:
    """The blobs that nobody but holders of this kind holds, with their bytes."""
    times = Counter(oid for _number, _uid, oids in of_kind(ledger, kind) for oid in oids)
    entries = ((oid, count, *ledger.blobs[oid]) for oid, count in times.items())
    return {oid: size for oid, count, size, holders in entries if count == holders}
