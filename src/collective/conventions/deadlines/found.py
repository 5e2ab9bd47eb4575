"""The answer to a search: counted and cut into batches without waking any convention.

Only the conventions of the batch that is shown are woken, for their timeline knows the reason of a
date.
"""

from collections import Counter
from collections.abc import Iterator
from collective.conventions.deadlines.foreseen import foreseen
from collective.conventions.deadlines.keys import Key
from collective.conventions.deadlines.keys import key_of
from collective.conventions.listing.sets import index_of
from collective.conventions.terms.dated import DatedFact
from collective.conventions.terms.rules import FACTS
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from plone import api
from typing import Any
from typing import NamedTuple


#: So many dates are told at a time when all are asked for.
PORTION = 100


@dataclass(frozen=True)
class Agreement:
    """The convention that a date is one of, as the catalog knows it."""

    uid: str
    title: str
    url: str
    reference: str


@dataclass(frozen=True)
class Deadline:
    """One date of one convention; ``overdue``: it has passed, and somebody still owes it."""

    fact: DatedFact
    convention: Agreement
    overdue: bool


class Hit(NamedTuple):
    """One date of one convention, as far as the catalog knows it."""

    key: Key
    record: int
    overdue: bool


class Group(NamedTuple):
    """The records that share a key; the first four put the groups in the order of the list."""

    upcoming: bool
    day: str
    rank: int
    fact: str
    records: frozenset[int]


class Found:
    """Dates: those overdue first, then by day, of one day as a timeline tells them."""

    def __init__(self, groups: list[Group], today: date, last: date) -> None:
        self.groups = groups
        self.today = today
        self.last = last
        self._facts: dict[int, dict[str, DatedFact]] = {}

    @cached_property
    def total(self) -> int:
        return sum(len(group.records) for group in self.groups)

    @cached_property
    def overdue(self) -> int:
        """How many are overdue."""
        return sum(len(group.records) for group in self.groups if not group.upcoming)

    def months(self, upcoming: bool) -> Counter[str]:
        """How many there are in each month ("2026-01") of those to come, or of those overdue."""
        counts: Counter[str] = Counter()
        for group in self.groups:
            if group.upcoming == upcoming:
                counts[group.day[:7]] += len(group.records)
        return counts

    def within(self, first: date, last: date) -> "Found":
        """Those of the dates that lie between two days."""
        least, most = first.isoformat(), last.isoformat()
        groups = [group for group in self.groups if least <= group.day <= most]
        return Found(groups, self.today, self.last)

    def hits(self, start: int, size: int) -> list[Hit]:
        """A batch of dates; no convention is woken."""
        found: list[Hit] = []
        before = 0
        for group in self.groups:
            after = before + len(group.records)
            if before < start + size and start < after:
                key = Key(date.fromisoformat(group.day), FACTS[group.rank], group.fact)
                wanted = _by_title(group.records)[max(start - before, 0) : start + size - before]
                found += [Hit(key, record, not group.upcoming) for record in wanted]
            before = after
        return found

    def batch(self, start: int, size: int) -> list[Deadline]:
        """A batch of dates with their reasons; a date that is not there any more is left out."""
        told = (self._told(hit) for hit in self.hits(start, size))
        return [deadline for deadline in told if deadline is not None]

    def all(self) -> Iterator[Deadline]:
        """Every date."""
        for start in range(0, self.total, PORTION):
            yield from self.batch(start, PORTION)

    def _told(self, hit: Hit) -> Deadline | None:
        brain = brain_of(hit.record)
        if hit.record not in self._facts:
            facts = foreseen(brain._unrestrictedGetObject(), self.today, self.last)
            self._facts[hit.record] = {str(key_of(fact)): fact for fact in facts}
        fact = self._facts[hit.record].get(str(hit.key))
        return None if fact is None else Deadline(fact, agreement_of(brain), hit.overdue)


def brain_of(record: int) -> Any:
    """What the catalog keeps under the number of a record."""
    return api.portal.get_tool("portal_catalog")._catalog[record]


def agreement_of(brain: Any) -> Agreement:
    """The convention of a catalog record."""
    return Agreement(brain.UID, brain.Title, brain.getURL(), brain.convention_reference or "")


def _by_title(records: frozenset[int]) -> list[int]:
    titles = index_of("sortable_title").documentToKeyMap()
    return sorted(records, key=lambda record: (titles.get(record, ""), record))
