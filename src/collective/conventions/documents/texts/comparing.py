"""Two texts side by side: the present one, an earlier one, that of a model or of a convention."""

from collections.abc import Iterator
from collective.conventions import _
from collective.conventions.content.amended import values_at
from collective.conventions.content.convention import IConvention
from collective.conventions.content.values import text_of
from collective.conventions.documents.library.making import made
from collective.conventions.documents.library.models import find
from collective.conventions.documents.library.models import models
from collective.conventions.documents.texts.stages import stages
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


#: What a text may be of; the key of the last four names which one, behind a colon.
KINDS = ("present", "original", "amendment", "version", "model", "convention")
#: Who may read how a text has come to be.
VIEW_JOURNAL = "collective.conventions: View Journal"


@dataclass(frozen=True)
class Choice:
    """A text that can be compared.

    ``key`` names it in an address; ``name`` is the title of the amendment, model or convention, or
    who wrote the version, and ``instant`` when.
    """

    key: str
    name: str = ""
    instant: str = ""

    @property
    def kind(self) -> str:
        """One of ``KINDS``."""
        return self.key.partition(":")[0]


@dataclass(frozen=True)
class Side:
    """A choice with its text."""

    choice: Choice
    text: Text


def offered(convention: Any, today: date) -> tuple[Choice, ...]:
    """What the current user may compare, without other conventions.

    The present text first, then the text as it was signed where amendments have changed it, the
    model that it was made from, earlier texts from the latest on, what amendments would make of
    it, and the other models.
    """
    own, others = _models(convention)
    staged = [one.choice for one in _staged(convention, today)]
    coming = [one for one in staged if one.kind == "amendment"]
    present = [one for one in staged if one.kind != "amendment"]
    return (*present, *own, *(one.choice for one in _earlier(convention)), *coming, *others)


def side(convention: Any, key: str, today: date) -> Side:
    """Return the text of a key, as far as the current user may read it.

    That of a model is filled with the data of the convention, so that only what was negotiated
    differs.

    :raises NotFound: there is no such text, or the user may not see that there is.
    :raises UnprocessableEntity: the model cannot be filled with these data.
    """
    kind, _colon, name = key.partition(":")
    if kind == "convention" and (other := _seen(name)) is not None:
        return Side(Choice(key, other.title), text_of(values_at(other, today)))
    if kind == "model" and name:
        entry = find(name)
        return Side(Choice(key, entry.title), made(convention, entry, today))
    for one in (*_staged(convention, today), *_earlier(convention)):
        if one.choice.key == key:
            return one
    raise NotFound(_("There is no such text to compare."))


def compared(before: Side, after: Side) -> tuple[Compared, ...]:
    """Return the parts of two texts, each with what was added and removed."""
    return compare(before.text, after.text)


def _staged(convention: Any, today: date) -> Iterator[Side]:
    for one in stages(convention, today):
        yield Side(Choice(one.key, one.name), text_of(one.values))


def _earlier(convention: Any) -> Iterator[Side]:
    """The texts that were replaced, the latest first; the last one written is still there."""
    if api.user.has_permission(VIEW_JOURNAL, obj=convention):
        for one in versions(convention)[-2::-1]:
            yield Side(Choice(f"version:{one.number}", one.actor, one.instant), one.text)


def _models(convention: Any) -> tuple[list[Choice], list[Choice]]:
    """The model that the text was made from, in its version; then the others that have articles."""
    name = convention.model or ""
    found = [one for one in models("convention") if one.source == "articles"]
    others = [Choice(f"model:{one.name}", one.title) for one in found if one.name != name]
    try:
        own = [Choice(f"model:{name}", find(name).title)] if name else []
    except NotFound:
        # A model may be removed; what was made from it remains.
        own = []
    return own, others


def _seen(uid: str) -> Any:
    """The convention of this UID, if the current user may see it."""
    other = uuidToObject(uid, unrestricted=True) if uid else None
    if other is None or not IConvention.providedBy(other):
        return None
    return other if api.user.has_permission("View", obj=other) else None
