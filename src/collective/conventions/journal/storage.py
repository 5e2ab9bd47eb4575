"""Where the journals of a space lie: on the site, one per convention, outliving its convention."""

from BTrees.IOBTree import IOBTree
from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions.journal.chain import Break
from collective.conventions.journal.chain import Entry
from collective.conventions.journal.chain import genesis
from collective.conventions.journal.chain import seal
from collective.conventions.journal.chain import verify
from collective.conventions.journal.plain import plain
from collective.conventions.terms.sameness import same
from dataclasses import asdict
from datetime import datetime
from datetime import UTC
from persistent import Persistent
from persistent.mapping import PersistentMapping
from plone import api
from plone.uuid.interfaces import IUUID
from typing import Any
from zope.annotation.interfaces import IAnnotations


KEY = "collective.conventions.journal"
Values = dict[str, Any]


class Journal(Persistent):
    """The entries about one thing, with the last values that were recorded of it.

    Each entry is a record of its own in the database: a new one rewrites none of the others.
    """

    def __init__(self, uid: str) -> None:
        self.uid = uid
        self.title = ""
        self.entries = IOBTree()
        self.last_hash = genesis(uid)
        self.length = 0
        self.values = OOBTree()

    def __iter__(self) -> Iterator[Entry]:
        return (Entry(**values) for values in self.entries.values())

    def between(self, first: int, last: int) -> tuple[Entry, ...]:
        """The entries from number ``first`` to ``last``, both included; reads no others."""
        return tuple(Entry(**values) for values in self.entries.values(first, last))

    def append(
        self,
        action: str,
        *,
        actor: str,
        subject: str = "",
        before: Mapping[str, Any] | None = None,
        after: Mapping[str, Any] | None = None,
        reason: str = "",
    ) -> Entry:
        """Add an entry at the end of the chain."""
        entry = seal(
            number=self.length + 1,
            instant=datetime.now(UTC).isoformat(timespec="milliseconds"),
            actor=actor,
            action=action,
            subject=subject,
            before=plain(before or {}),
            after=plain(after or {}),
            reason=reason,
            previous=self.last_hash,
        )
        self.entries[entry.number] = PersistentMapping(asdict(entry))
        self.last_hash, self.length = entry.hash, entry.number
        return entry

    def changes(self, values: Mapping[str, Any], part: str = "") -> tuple[Values, Values]:
        """What is no longer as it was last recorded: (before, after), as plain values.

        ``part`` tells the values of an annex or invoice from those of the convention itself. What
        was is read from the journal, not from the content, so a change that came by any road is
        seen at the next one.
        """
        new, old = plain(values), self.values.get(part, {})
        names = [name for name, value in new.items() if not same(old.get(name), value)]
        before = {name: old[name] for name in names if not same(old.get(name), None)}
        return before, {name: new[name] for name in names}

    def record_values(self, values: Mapping[str, Any], part: str = "") -> tuple[Values, Values]:
        """Remember ``values``, and say what changed since the last time: (before, after)."""
        before, after = self.changes(values, part)
        if after or part not in self.values:
            self.values[part] = plain(values)
        return before, after

    @property
    def deleted(self) -> bool:
        """Whether the thing itself is gone and only its journal is left."""
        return bool(self.length) and self.entries[self.entries.maxKey()]["action"] == "deleted"

    def breaks(self) -> tuple[Break, ...]:
        """Where the chain does not hold."""
        places = ((number, Entry(**values)) for number, values in self.entries.items())
        return verify(places, genesis(self.uid), self.length, self.last_hash)


def journals() -> OOBTree:
    """All journals of the present space, by the UID of what they are about."""
    annotations = IAnnotations(api.portal.get())
    if KEY not in annotations:
        annotations[KEY] = OOBTree()
    return annotations[KEY]


def journal_of_space() -> Journal:
    """The journal of the present space itself."""
    portal = api.portal.get()
    journal = journal_of(IUUID(portal))
    journal.title = portal.title
    return journal


def journal_of(uid: str) -> Journal:
    """The journal about ``uid``; a new, empty one where there was none."""
    found = journals()
    if uid not in found:
        found[uid] = Journal(uid)
    return found[uid]


def find(uid: str) -> Journal | None:
    """The journal about ``uid``, for readers: never creates one."""
    return IAnnotations(api.portal.get()).get(KEY, {}).get(uid)


def all_journals() -> tuple[Journal, ...]:
    """Every journal of the present space, those of deleted conventions too, by title."""
    found = IAnnotations(api.portal.get()).get(KEY, {})
    return tuple(sorted(found.values(), key=lambda journal: (journal.title, journal.uid)))


def verify_all() -> dict[str, tuple[Break, ...]]:
    """Where the journals of the present space do not hold, by UID; empty when all do.

    A convention without any journal has lost its first entry.
    """
    catalog = api.portal.get_tool("portal_catalog")
    brains = catalog.unrestrictedSearchResults(portal_type="Convention")
    lost = {brain.UID: (Break(1, "missing"),) for brain in brains if find(brain.UID) is None}
    broken = {journal.uid: breaks for journal in all_journals() if (breaks := journal.breaks())}
    return {**lost, **broken}
