"""What takes the room of a space: kinds, types, folders and the largest things, and its growth."""

from collections import Counter
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.clock import today
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.space.catalog import path_of
from collective.conventions.space.catalog import record_of
from collective.conventions.space.catalog import type_of
from collective.conventions.space.cleaning import Gain
from collective.conventions.space.cleaning import gain
from collective.conventions.space.ledger import KINDS
from collective.conventions.space.ledger import Ledger
from collective.conventions.space.ledger import ledger_of
from collective.conventions.space.room import Room
from collective.conventions.space.room import room_of
from collective.conventions.space.tally import Held
from collective.conventions.space.tally import held
from dataclasses import dataclass
from datetime import date
from heapq import nlargest
from plone import api
from typing import Any


#: So many are named of what is largest.
NAMED = 10
#: So many days of growth are shown.
DAYS = 366


@dataclass(frozen=True)
class Share:
    """The bytes of one kind, type or folder."""

    name: str
    octets: int


@dataclass(frozen=True)
class Large:
    """One of the largest holders; without a title and address where the reader may not see it."""

    kind: str
    title: str
    url: str
    octets: int


@dataclass(frozen=True)
class Report:
    """The storage of a space at this moment."""

    room: Room
    kinds: tuple[Share, ...]
    types: tuple[Share, ...]
    folders: tuple[Share, ...]
    largest: tuple[Large, ...]
    gain: Gain
    days: tuple[tuple[date, int], ...]
    count: Mapping[str, Any] | None


def report(site: Any) -> Report:
    """What a space holds, read off its ledger and its catalog; loads no content.

    :raises UnprocessableEntity: the site is no space.
    """
    ledger = ledger_of(site)
    if ledger is None:
        raise UnprocessableEntity(_("This site is no space: the add-on is not installed in it."))
    kinds: Counter[str] = Counter(dict.fromkeys(KINDS, 0))
    kinds["upload"] = sum(octets for octets, _expires in ledger.uploads.values())
    types: Counter[str] = Counter()
    folders: Counter[str] = Counter()
    holders = list(held(ledger))
    for holder in holders:
        kinds[holder.kind] += holder.octets
        record = record_of(holder.uid)
        if record is not None:
            types[type_of(record)] += holder.octets
            folders[path_of(record).partition("/")[0]] += holder.octets
    return Report(
        room_of(ledger.gauge),
        tuple(Share(name, octets) for name, octets in kinds.items()),
        _shares(types),
        _shares(folders),
        _largest(holders),
        gain(ledger),
        tuple(growth(ledger)),
        ledger.count,
    )


def _shares(counted: Counter[str]) -> tuple[Share, ...]:
    return tuple(Share(name, octets) for name, octets in counted.most_common(NAMED))


def _largest(holders: list[Held]) -> tuple[Large, ...]:
    found = nlargest(NAMED, holders, key=lambda one: one.octets)
    # The catalog shows what the reader may see, and nothing else.
    brains = api.portal.get_tool("portal_catalog")(UID=[one.uid for one in found if one.uid])
    seen = {brain.UID: brain for brain in brains}
    return tuple(
        Large(one.kind, brain.Title, brain.getURL(), one.octets)
        if (brain := seen.get(one.uid)) is not None
        else Large(one.kind, "", "", one.octets)
        for one in found
    )


def growth(ledger: Ledger) -> list[tuple[date, int]]:
    """What the space held at the end of each day on which that changed, and what it holds now."""
    now = today()
    days = ledger.days.items(now.toordinal() - DAYS)
    past = [(date.fromordinal(day), octets) for day, octets in days]
    gauge = ledger.gauge
    if gauge.day and gauge.day != now.toordinal():
        past.append((date.fromordinal(gauge.day), gauge.used))
    return [*past, (now, gauge.used)]
