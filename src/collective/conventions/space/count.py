"""The full count: the truth about a space, held against its ledger, and the ledger mended.

Both are looked at as they stood at one moment. People go on working: what they have changed since
is left as their own transactions have written it.
"""

from collections.abc import Iterator
from collective.conventions.clock import now
from collective.conventions.space.difference import Difference
from collective.conventions.space.difference import RESIZED
from collective.conventions.space.difference import UNHELD
from collective.conventions.space.difference import UNSEEN
from collective.conventions.space.ledger import KEY
from collective.conventions.space.ledger import Ledger
from collective.conventions.space.ledger import ledger_of
from collective.conventions.space.mend import mend
from collective.conventions.space.walk import Walk
from contextlib import closing
from heapq import merge
from itertools import groupby
from itertools import islice
from typing import Any
from ZODB.utils import p64
import transaction


PORTION = 500
TRIES = 5


def compare(walk: Walk, site: Any) -> Iterator[Difference]:
    """Hold the blobs of a finished walk against the ledger of the same moment."""
    database, oid = site._p_jar.db(), site._p_oid
    with closing(database.open(before=p64(walk.before))) as past:
        then = ledger_then(past.get(oid))
        counted = ((number, 0, size) for number, (size, _n) in then.blobs.items())
        found = ((number, 1, size) for number, size in walk.blobs())
        # Both are in order, so neither has to be in memory.
        for number, group in groupby(merge(counted, found), key=lambda entry: entry[0]):
            sizes = {side: size for _number, side, size in group}
            before, after = sizes.get(0, 0), sizes.get(1, 0)
            if before != after:
                reason = UNSEEN if not before else RESIZED if after else UNHELD
                yield Difference(number, before, after, reason)
            past.cacheGC()


def ledger_then(site: Any) -> Ledger:
    """The ledger of a site as it was; an empty one where there was none yet."""
    return (getattr(site, "__annotations__", None) or {}).get(KEY) or Ledger()


def settle(walk: Walk, site: Any) -> Iterator[Difference]:
    """Mend the ledger after a finished walk, and give each difference; commits as it goes.

    Each portion is a transaction of its own, tried again if somebody was faster.
    """
    differences, number, drift = compare(walk, site), 0, 0
    while portion := list(islice(differences, PORTION)):
        for attempt in transaction.manager.attempts(TRIES):
            with attempt:
                named = mend(walk, site, portion)
        yield from named
        number += len(named)
        drift += sum(one.found - one.counted for one in named)
        # Everything that was looked at goes, or a large space would fill the cache.
        site._p_jar.cacheMinimize()
    for attempt in transaction.manager.attempts(TRIES):
        with attempt:
            ledger_of(site).count = {
                **walk.sums(),
                "instant": now().isoformat(timespec="seconds"),
                "differences": number,
                "drift": drift,
            }
