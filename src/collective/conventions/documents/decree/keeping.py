"""The decree as it is kept in its convention: read, drafted anew, and changed part by part."""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.access import aspects
from collective.conventions.content.checks import findings
from collective.conventions.content.convention import IConvention
from collective.conventions.content.values import snapshot
from collective.conventions.documents.decree.drafting import draft
from collective.conventions.documents.decree.drafting import PARTS
from collective.conventions.documents.decree.modelled import draft_from
from collective.conventions.documents.decree.words import LANGUAGES
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.markup.clean import clean
from collective.conventions.terms.aspects import open_aspects
from datetime import date
from plone import api
from plone.locking.interfaces import ILockable
from typing import Any
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent


#: The parts of one language, by name.
Parts = Mapping[str, str]


def decree_of(convention: Any) -> dict[str, dict[str, str]]:
    """The parts of the decree by language and name; only languages in which there is one."""
    found: dict[str, dict[str, str]] = {}
    for row in convention.decree or ():
        found.setdefault(row["language"], {})[row["part"]] = row.get("body") or ""
    return {one: found[one] for one in LANGUAGES if one in found}


def redraft(convention: Any, language: str, today: date, model: str = "") -> None:
    """Draft the decree anew in one language, in the place of what was written there.

    :param model: the name of a model of the library; the wording of the house without one.
    :raises BadRequest, NotFound, UnprocessableEntity: see ``draft`` and ``draft_from``.
    :raises Conflict, Forbidden: see ``change``.
    """
    rows = draft_from(convention, model, language, today) if model else draft(convention, language)
    drafted = dict.fromkeys(PARTS, "") | {row["part"]: row["body"] for row in rows}
    change(convention, language, drafted, today)


def change(convention: Any, language: str, parts: Parts, today: date) -> bool:
    """Change some parts of the decree in one language; the other parts stay.

    :param parts: HTML by the name of the part; it is cleaned. An empty one takes the part away.
    :returns: whether anything has changed.
    :raises UnprocessableEntity: a part or the language is unknown, or too long.
    :raises Conflict: the state is closed to decisions, or somebody else is changing it.
    :raises Forbidden: the current user may not change it.
    """
    rows = _rows(convention, language, parts)
    _refuse_unless_open(convention, {"decree": rows})
    if rows == [dict(row) for row in convention.decree or ()]:
        return False
    values = snapshot(convention)
    known = findings(convention.portal_type, values, today)
    after = findings(convention.portal_type, {**values, "decree": rows}, today)
    if found := tuple(one for one in after if one not in known):
        raise UnprocessableEntity(_("The decree cannot be kept like this."), found)
    convention.decree = rows
    notify(ObjectModifiedEvent(convention, Attributes(IConvention, "IConvention.decree")))
    return True


def drop(convention: Any, language: str, today: date) -> bool:
    """Take the decree of one language away. See ``change``."""
    return change(convention, language, dict.fromkeys(PARTS, ""), today)


def may_change(convention: Any) -> bool:
    """Whether the current user may change the decree now."""
    return "decision" in aspects.permitted(convention)


def _rows(convention: Any, language: str, parts: Parts) -> list[dict[str, Any]]:
    """All rows as they would be, language by language in the order of the decree."""
    kept = {(row["language"], row["part"]): dict(row) for row in convention.decree or ()}
    for part, body in parts.items():
        place, cleaned = (language, part), clean(body)
        if cleaned:
            kept[place] = {"part": part, "language": language, "body": cleaned}
        else:
            kept.pop(place, None)
    return [kept[place] for place in sorted(kept, key=_place)]


def _place(place: tuple[str, str]) -> tuple[int, int, tuple[str, str]]:
    language, part = place
    return _index(LANGUAGES, language), _index(PARTS, part), place


def _index(known: tuple[str, ...], name: str) -> int:
    return known.index(name) if name in known else len(known)


def _refuse_unless_open(convention: Any, after: Mapping[str, Any]) -> None:
    locked = aspects.locked(convention, after)
    if locked or "decision" not in open_aspects(api.content.get_state(convention)):
        raise Conflict(_("The state of the convention does not allow this change."), locked)
    if not may_change(convention):
        raise Forbidden(_("You may not change the decree now."))
    lock = ILockable(convention, None)
    if lock is not None and lock.locked() and not lock.can_safely_unlock():
        raise Conflict(_("Somebody is changing it just now. Please try again later."))
