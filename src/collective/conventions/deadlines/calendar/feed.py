"""The deadlines of a member as a calendar, and a cheap way to tell that it has not changed.

Programs ask many times a day. What the catalog knows is enough to tell them that there is nothing
new; conventions are woken only to write the calendar itself.
"""

from collections.abc import Iterator
from collective.conventions.deadlines.calendar.events import event_of
from collective.conventions.deadlines.calendar.file import written
from collective.conventions.deadlines.calendar.source import source_of
from collective.conventions.deadlines.foreseen import foreseen
from collective.conventions.deadlines.found import brain_of
from collective.conventions.deadlines.found import Hit
from collective.conventions.deadlines.search import Asked
from collective.conventions.deadlines.search import find
from collective.conventions.deadlines.wording.teller import Teller
from collective.conventions.listing.names import titles_of
from collective.conventions.terms.dates import plus
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from icalendar import Event
from itertools import groupby
from operator import attrgetter


#: How far the calendar looks back and ahead.
MONTHS_BACK, MONTHS_AHEAD = 1, 13
#: So many dates are in a calendar, those that come next before all others.
MOST = 1000


def hits(today: date) -> list[Hit]:
    """What the current user may see: the dates of the months around today, and what is overdue."""
    first = plus(today, months=-MONTHS_BACK)
    asked = (Asked(first=first, last=_last(today)), Asked(overdue=True))
    answers = (find(one, today) for one in asked)
    found = {hit[:2]: hit for answer in answers for hit in answer.hits(0, answer.total)}
    return sorted(found.values(), key=lambda hit: _rank(hit, today))[:MOST]


@dataclass(frozen=True)
class Feed:
    """The calendar of ``hits``, called ``name``."""

    hits: list[Hit]
    today: date
    teller: Teller
    name: str

    @property
    def tag(self) -> str:
        """Changes when the calendar may have changed; with each day, for a day can settle much."""
        told = [self.name, self.teller.language, self.today.isoformat()]
        parties: set[str] = set()
        for hit in self.hits:
            brain = brain_of(hit.record)
            told += [
                str(hit.key),
                brain.UID,
                brain.Title,
                brain.getURL(),
                str(brain.modified.micros()),
            ]
            parties.update(brain.convention_parties or ())
        told += sorted(titles_of(parties).values())
        return sha256("\0".join(told).encode("utf-8", "replace")).hexdigest()

    def text(self) -> bytes:
        """The calendar as a file."""
        return written(self.name, self._events())

    def _events(self) -> Iterator[Event]:
        by_record = attrgetter("record")
        for record, wanted in groupby(sorted(self.hits, key=by_record), by_record):
            keys = {hit.key.fact for hit in wanted}
            brain = brain_of(record)
            convention = brain._unrestrictedGetObject()
            source = source_of(brain.UID, brain.Title, brain.getURL(), convention.modified())
            for fact in foreseen(convention, self.today, _last(self.today)):
                if fact.key in keys:
                    yield event_of(fact, source, self.teller)


def _last(today: date) -> date:
    return plus(today, months=MONTHS_AHEAD)


def _rank(hit: Hit, today: date) -> tuple[bool, int, str, int]:
    """What is still to come first, and of both what is nearest."""
    distance = abs((hit.key.day - today).days)
    return hit.key.day < today, distance, hit.key.fact, hit.record
