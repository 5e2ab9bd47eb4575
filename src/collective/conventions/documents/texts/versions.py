"""The texts that a convention has had, read out of its journal."""

from collections.abc import Iterator
from collective.conventions.content.values import text_of
from collective.conventions.journal.storage import find
from collective.conventions.terms.texts.text import Text
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Version:
    """A text that a convention once had.

    ``number`` is that of the journal's entry which wrote it; ``instant`` and ``actor`` say when
    and who.
    """

    number: int
    instant: str
    actor: str
    action: str
    text: Text


def versions(convention: Any) -> tuple[Version, ...]:
    """Return every text the convention has had, the first one first, the present one too.

    The journal keeps values before and after each change, so a text that was replaced is still
    there; an entry that left the text alone is no version.
    """
    return tuple(_versions(convention))


def version(convention: Any, number: int) -> Version | None:
    """Return the text that the journal's entry of this number wrote, if it wrote one."""
    return next((one for one in _versions(convention) if one.number == number), None)


def _versions(convention: Any) -> Iterator[Version]:
    for entry in find(convention.UID()) or ():
        # Annexes, amendments and the rest of what lies in it have a name of their own.
        own = not entry.action.startswith("part_")
        if own and "text" in entry.after:
            text = text_of(entry.after)
            if text:
                yield Version(entry.number, entry.instant, entry.actor, entry.action, text)
