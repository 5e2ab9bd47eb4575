"""Two texts side by side: the present one, an earlier one, that of a model or of a convention."""

from collections.abc import Iterator
from collective.conventions import _
from collective.conventions.content.amended import values_at
from collective.conventions.content.convention import IConvention
from collective.conventions.content.values import text_of
from collective.conventions.documents.texts.versions import versions
from collective.conventions.interfaces import NotFound
from collective.conventions.terms.texts.compare import compare
from collective.conventions.terms.texts.compare import Compared
from collective.conventions.terms.texts.text import Text
from dataclasses import dataclass
from datetime import date
from plone import api
from plone.app.uuid.utils import uuidToObject
from typing import Any


#: What a text may be of; a key is one of these, and but for the first two a colon and which.
KINDS = ("present", "original", "version", "convention")
#: Who may read how a text has come to be.
VIEW_JOURNAL = "collective.conventions: View Journal"


@dataclass(frozen=True)
class Side:
    """A text to compare.

    ``key`` names it in an address. ``name`` is the title of the convention or model, or who wrote
    the version, and ``instant`` when.
    """

    key: str
    text: Text
    name: str = ""
    instant: str = ""

    @property
    def kind(self) -> str:
        """One of ``KINDS``."""
        return self.key.partition(":")[0]


def offered(convention: Any, today: date) -> tuple[Side, ...]:
    """What the current user may compare: the present text, those it had, without other things."""
    return tuple(_own(convention, today))


def side(convention: Any, key: str, today: date) -> Side:
    """Return the text of a key, as far as the current user may read it.

    :raises NotFound: there is no such text, or the user may not see that there is.
    """
    kind, _colon, name = key.partition(":")
    if kind == "convention" and (other := _seen(name)) is not None:
        return Side(key, text_of(values_at(other, today)), other.title)
    found = next((one for one in _own(convention, today) if one.key == key), None)
    if found is None:
        raise NotFound(_("There is no such text to compare."))
    return found


def compared(before: Side, after: Side) -> tuple[Compared, ...]:
    """Return the parts of two texts, each with what was added and removed."""
    return compare(before.text, after.text)


def _own(convention: Any, today: date) -> Iterator[Side]:
    original = text_of({"text": convention.text})
    present = text_of(values_at(convention, today))
    yield Side("present", present)
    if present != original:
        yield Side("original", original)
    if api.user.has_permission(VIEW_JOURNAL, obj=convention):
        # The latest first; the last one written is the original itself.
        for one in versions(convention)[-2::-1]:
            yield Side(f"version:{one.number}", one.text, one.actor, one.instant)


def _seen(uid: str) -> Any:
    """The convention of this UID, if the current user may see it."""
    other = uuidToObject(uid, unrestricted=True) if uid else None
    if other is None or not IConvention.providedBy(other):
        return None
    return other if api.user.has_permission("View", obj=other) else None
