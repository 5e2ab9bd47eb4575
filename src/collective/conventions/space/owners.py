"""Whose a blob is, found from below: up the references, to content or to a history."""

from collections.abc import Iterator
from collective.conventions.space.holders import is_holder
from collective.conventions.space.walk import Walk
from dataclasses import dataclass
from plone.base.interfaces import IPloneSiteRoot
from Products.CMFEditions.ZVCStorageTool import ShadowHistory
from typing import Any
from ZODB.POSException import POSKeyError
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
        return path_to(self.thing)


def owners(walk: Walk, jar: Any, oid: int) -> Iterator[Owner]:
    """Everybody who holds a blob, each once."""
    waiting, seen = [oid], {oid}
    while waiting:
        child = waiting.pop()
        for parent in walk.parents(child):
            if parent in seen:
                continue
            seen.add(parent)
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


def path_to(thing: Any) -> str:
    """The path of a thing below its site, by its own pointers to what it lies in."""
    names: list[str] = []
    while thing is not None and not IPloneSiteRoot.providedBy(thing):
        try:
            names.append(str(thing.getId() if hasattr(thing, "getId") else type(thing).__name__))
        except POSKeyError:
            names.append("?")
        thing = getattr(thing, "__parent__", None)
    return "/".join(reversed(names))
