"""What must be done, by whom, until when: answered from the catalog.

One ordered walk through the keys of each kind finds everything (see ``keys``). The dates of an
endless renewal beyond its mark are computed on the spot, so no answer depends on when the index was
written.
"""

from collections.abc import Iterator
from collective.conventions.access.insiders import is_insider
from collective.conventions.deadlines.foreseen import foreseen
from collective.conventions.deadlines.found import brain_of
from collective.conventions.deadlines.found import Deadline
from collective.conventions.deadlines.found import Found
from collective.conventions.deadlines.found import Group
from collective.conventions.deadlines.keys import COMPLETE
from collective.conventions.deadlines.keys import INDEX
from collective.conventions.deadlines.keys import Key
from collective.conventions.listing.sets import index_of
from collective.conventions.listing.sets import matching
from collective.conventions.listing.sets import visible
from collective.conventions.terms.dates import plus
from collective.conventions.terms.rules import FACTS
from collective.conventions.terms.watching import OWED
from collective.conventions.terms.watching import WATCHED
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import itemgetter
from plone import api


__all__ = ["Asked", "Deadline", "Found", "find"]

#: How far a list looks ahead when nothing else is asked for.
USUAL_MONTHS = 12
NONE: frozenset[int] = frozenset()
RANKS = {what: rank for rank, what in enumerate(FACTS)}


@dataclass(frozen=True)
class Asked:
    """What is asked for.

    ``kinds`` are of ``WATCHED``, none for all; ``partner`` a UID; ``service`` a member or group in
    charge, whom only insiders may ask for. Without ``first``, all that is overdue is found and what
    comes from today on; with it, exactly what lies between ``first`` and ``last``, which is twelve
    months later where nothing else is said. ``overdue`` leaves nothing but what is overdue.
    """

    kinds: tuple[str, ...] = ()
    partner: str = ""
    service: str = ""
    first: date | None = None
    last: date | None = None
    overdue: bool = False


@dataclass(frozen=True)
class Search:
    """A question on a day, up to ``last``, over the records ``seen``."""

    asked: Asked
    today: date
    last: date
    seen: frozenset[int]
    signed: frozenset[int]

    @cached_property
    def present(self) -> str:
        """Today, as keys write a day."""
        return self.today.isoformat()

    @property
    def kinds(self) -> tuple[str, ...]:
        kinds = self.asked.kinds or WATCHED
        return tuple(what for what in kinds if what in OWED or not self.asked.overdue)

    def first(self, what: str) -> date:
        """From which day on the dates of a kind are looked at."""
        return self.asked.first or (date.min if what in OWED else self.today)

    def kept(self) -> Iterator[tuple[str, str, str, frozenset[int]]]:
        """What the index keeps, kind by kind: (what, day, fact, records)."""
        tree = index_of(INDEX)._index
        for what in self.kinds:
            least = f"{what}|{self.first(what).isoformat()}|"
            for text, records in tree.items(least, f"{what}|{self.last.isoformat()}~"):
                if cut := self._cut(records):
                    _what, day, fact = text.split("|", 2)
                    yield what, day, fact, cut

    def beyond(self) -> Iterator[tuple[str, str, str, frozenset[int]]]:
        """The dates of endless renewals after their mark, computed."""
        last = f"{COMPLETE}|{self.last.isoformat()}"
        for text, records in index_of(INDEX)._index.items(f"{COMPLETE}|", last):
            after = plus(Key.read(text).day, days=1)
            for record in self._cut(records):
                convention = brain_of(record)._unrestrictedGetObject()
                for fact in foreseen(convention, self.today, self.last):
                    first = max(self.first(fact.what), after)
                    if fact.what in self.kinds and first <= fact.day <= self.last:
                        yield fact.what, fact.day.isoformat(), fact.key, frozenset((record,))

    def groups(self, what: str, day: str, fact: str, records: frozenset[int]) -> Iterator[Group]:
        """The records of a key, those that are overdue by themselves."""
        passed = what in OWED and day < self.present
        late = self._late(what, records) if passed else frozenset()
        rest = records - late if late else records
        if late:
            yield Group(False, day, RANKS[what], fact, late)
        # What has passed is shown to who asks for the past.
        if rest and not self.asked.overdue and (self.asked.first or not passed):
            yield Group(True, day, RANKS[what], fact, rest)

    def _late(self, what: str, records: frozenset[int]) -> frozenset[int]:
        """Of those whose day has passed, the ones somebody owes: only what is signed is ended."""
        return records & self.signed if what == "ends" else records

    def _cut(self, records: frozenset[int] | int) -> frozenset[int]:
        # The index keeps a record that is alone as such.
        if isinstance(records, int):
            return frozenset((records,)) if records in self.seen else NONE
        return self.seen.intersection(records)


def find(asked: Asked, today: date) -> Found:
    """Answer a question, with what the current user may see."""
    last = asked.last or plus(asked.first or today, months=USUAL_MONTHS)
    seen = _seen(asked)
    search = Search(asked, today, last, seen, frozenset(matching("review_state", "signed")))
    keys = (*search.kept(), *search.beyond())
    groups = (group for key in keys for group in search.groups(*key))
    return Found(sorted(groups, key=itemgetter(slice(4))), today, last)


def _seen(asked: Asked) -> frozenset[int]:
    """The conventions that may be seen and that the filters leave."""
    seen = frozenset(visible("Convention"))
    if asked.partner:
        seen &= frozenset(matching("convention_parties", asked.partner))
    if asked.service:
        inside = is_insider(api.portal.get())
        seen &= frozenset(matching("convention_responsible", asked.service) if inside else ())
    return seen
