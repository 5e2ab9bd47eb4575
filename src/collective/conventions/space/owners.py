"""Whose a blob is, found from below: up the references, to content or to a history."""

from collections.abc import Iterator
from collective.conventions.space.catalog import path_of
from collective.conventions.space.catalog import record_of
from collective.conventions.space.holders import is_holder
from collective.conventions.space.walk import Walk
from dataclasses import dataclass
from plone.uuid.interfaces import IUUID
from Products.CMFEditions.ZVCStorageTool import ShadowHistory
from typing import Any
from ZODB.utils import p64
from ZODB.utils import u64


@dataclass(frozen=True)
class Owner:
    """Content, a comment or a file; or the number of a history."""

    thing: Any = None
    history: int | None = None

    @property
    def name(self) -> str:
        """How a person finds it."""
        if self.history is not None:
            return f"history {self.history}"
        return name_of(self.thing)


def owners(walk: Walk, jar: Any, oid: int) -> Iterator[Owner]:
    """Everybody who still holds a blob, each once."""
    waiting, seen = [oid], {oid}
    while waiting:
        child = waiting.pop()
        for parent in walk.parents(child):
            if parent in seen:
                continue
            seen.add(parent)
            if not walk.reaches(parent):
                continue
            thing = jar.get(p64(parent))
            if isinstance(thing, ShadowHistory):
                yield from (Owner(history=number) for number in _numbers(walk, jar, thing))
            elif is_holder(thing):
                yield Owner(thing)
            else:
                waiting.append(parent)


def _numbers(walk: Walk, jar: Any, history: Any) -> Iterator[int]:
    """Under which number a history is kept; it does not know by itself."""
    for parent in walk.parents(u64(history._p_oid)):
        for number, other in jar.get(p64(parent)).items():
            if other is history:
                yield number


def name_of(thing: Any) -> str:
    """The path of content below its site; of anything else what it calls itself."""
    record = record_of(str(IUUID(thing, None) or ""))
    if record is not None:
        return path_of(record)
    return str(thing.getId() if hasattr(thing, "getId") else type(thing).__name__)
