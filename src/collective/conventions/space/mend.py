"""Mending the ledger: the owners of what it was wrong about say once more what they hold."""

from collections.abc import Iterable
from collections.abc import Mapping
from collective.conventions.space.difference import Difference
from collective.conventions.space.difference import RESIZED
from collective.conventions.space.difference import UNHELD
from collective.conventions.space.ledger import Ledger
from collective.conventions.space.ledger import ledger_of
from collective.conventions.space.meter import Meter
from collective.conventions.space.meter import meter
from collective.conventions.space.owners import name_of
from collective.conventions.space.owners import owners
from collective.conventions.space.walk import Walk
from dataclasses import replace
from typing import Any
from ZODB.POSException import POSKeyError
from ZODB.utils import p64
from zope.component.hooks import site as current_site


def mend(walk: Walk, site: Any, portion: list[Difference]) -> list[Difference]:
    """Put a portion of differences right; gives each of them with the names of its holders.

    An entry that has changed since the moment of the count is newer than the count, and stays.
    """
    with current_site(site):
        found, ledger = meter(), ledger_of(site)
        walk.reached.clear()
        believed = _believed(site, {one.oid for one in portion if one.reason == UNHELD})
        named = [_asked(walk, site, found, one, believed) for one in portion]
        lasting = [one for one in named if ledger.blobs.get(one.oid, (0, 0))[0] == one.counted]
        found.settle()
        growth = _release(ledger, {one.oid for one in lasting if one.reason == UNHELD})
        for one in lasting:
            if one.reason == RESIZED and one.oid in ledger.blobs:
                growth += ledger.resize(one.oid, one.found)
            elif one.oid not in ledger.blobs and one.found and walk.reaches(one.oid):
                # Nobody who speaks for himself holds it: it is known by its own number.
                growth += ledger.hold(("other", one.oid), {one.oid: one.found})
        if growth:
            found.grow(growth)
    return named


def _asked(
    walk: Walk, site: Any, found: Meter, one: Difference, believed: Mapping[int, Iterable[str]]
) -> Difference:
    """Let the owners of a blob be looked at when the meter settles; names them."""
    if one.reason == UNHELD:
        return replace(one, holders=tuple(sorted(believed[one.oid])))
    names = set()
    for owner in owners(walk, site._p_jar, one.oid):
        names.add(owner.name)
        if owner.history is not None:
            found.note_history(owner.history)
        else:
            found.note(owner.thing, scales=True)
    return replace(one, holders=tuple(sorted(names)))


def _believed(site: Any, lost: set[int]) -> Mapping[int, Iterable[str]]:
    """Who was thought to hold blobs: the ledger is read once for all of them."""
    names: dict[int, list[str]] = {oid: [] for oid in lost}
    for (kind, number), (_uid, oids) in ledger_of(site).holdings.items() if lost else ():
        for oid in lost.intersection(oids):
            names[oid].append(f"history {number}" if kind == "revision" else _path(site, number))
    return names


def _path(site: Any, number: int) -> str:
    try:
        return name_of(site._p_jar.get(p64(number)))
    except POSKeyError:
        return f"record {number:x}, which is gone"


def _release(ledger: Ledger, gone: set[int]) -> int:
    """Let everybody let go of blobs that are gone."""
    growth = 0
    if gone:
        for holder, (uid, oids) in list(ledger.holdings.items()):
            if not gone.isdisjoint(oids):
                sizes = {oid: ledger.blobs[oid][0] for oid in oids if oid not in gone}
                growth += ledger.hold(holder, sizes, uid)
    return growth
