"""Where the journals of a space lie: on the site, one per convention, outliving its convention."""

from BTrees.IOBTree import IOBTree
from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions.journal.chain import Break
from collective.conventions.journal.chain import Entry
from collective.conventions.journal.chain import GENESIS
from collective.conventions.journal.chain import plain
from collective.conventions.journal.chain import seal
from collective.conventions.journal.chain import verify
from dataclasses import asdict
from datetime import datetime
from datetime import UTC
from persistent import Persistent
from plone import api
from typing import Any
from zope.annotation.interfaces import IAnnotations


KEY = "collective.conventions.journal"


class Journal(Persistent):
    """The entries about one thing, with the last values that were recorded of it."""

    def __init__(self, uid: str) -> None:
        self.uid = uid
        self.title = ""
        self.entries = IOBTree()
        self.last_hash = GENESIS
        self.length = 0
        self.values: dict[str, dict[str, Any]] = {}

    def __iter__(self) -> Iterator[Entry]:
        return (Entry(**values) for values in self.entries.values())

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
        self.entries[entry.number] = asdict(entry)
        self.last_hash, self.length = entry.hash, entry.number
        return entry

    def record_values(
        self, values: Mapping[str, Any], part: str = ""
    ) -> tuple[dict[str, Any], dict[str, Any]]:
        """Remember ``values`` and say what changed since the last time: (before, after).

        ``part`` tells the values of the convention's annexes and invoices from its own. What was is read from the journal itself, not from the content, so a change that came by
        any road is seen at the next one.
        """
        new, old = plain(values), self.values.get(part, {})
        names = [name for name, value in new.items() if value != old.get(name)]
        if names:
            self.values = {**self.values, part: new}
        before = {name: old[name] for name in names if old.get(name) not in (None, [], "")}
        return before, {name: new[name] for name in names}

    def breaks(self) -> tuple[Break, ...]:
        """Where the chain does not hold."""
        found = verify(self, self.length)
        tail = self.entries[self.entries.maxKey()]["hash"] if len(self.entries) else GENESIS
        if not found and tail != self.last_hash:
            return (Break(self.length, "altered"),)
        return found


def journals() -> OOBTree:
    """All journals of the present space, by the UID of what they are about."""
    annotations = IAnnotations(api.portal.get())
    if KEY not in annotations:
        annotations[KEY] = OOBTree()
    return annotations[KEY]


def journal_of(uid: str) -> Journal:
    """The journal about ``uid``; a new, empty one where there was none."""
    found = journals()
    if uid not in found:
        found[uid] = Journal(uid)
    return found[uid]


def find(uid: str) -> Journal | None:
    """The journal about ``uid``, for readers: never creates one."""
    return IAnnotations(api.portal.get()).get(KEY, {}).get(uid)
