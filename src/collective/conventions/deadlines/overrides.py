"""Setting one date of a convention by hand, or letting it be computed again."""

from collective.conventions import _
from collective.conventions.content.checks import findings
from collective.conventions.content.convention import IConvention
from collective.conventions.content.values import snapshot
from collective.conventions.deadlines.timelines import timeline_of
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.lifecycle.following import refuse_unless_open
from collective.conventions.terms.dated import DatedFact
from datetime import date
from typing import Any
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent


FIELD = "overrides"
Row = dict[str, Any]


def settable(fact: DatedFact) -> bool:
    """Whether a date is computed, or set by hand already; what was recorded is mended there."""
    recorded = fact.rule.startswith("recorded") or fact.rule == "end_terminated"
    return fact.overridden is not None or not recorded


def settable_fact(convention: Any, key: str, today: date) -> DatedFact | None:
    """The dated fact of this key, if its date can be set by hand."""
    found = (fact for fact in timeline_of(convention, today) if fact.key == key)
    return next((fact for fact in found if settable(fact)), None)


def decision_of(convention: Any, key: str) -> Row | None:
    """The row by which somebody has set the date of this key."""
    return next((dict(row) for row in convention.overrides or () if row["key"] == key), None)


def set_date(
    convention: Any, key: str, day: date | None, reason: str, author: str, today: date
) -> None:
    """Put ``day`` in the place of the computed date of ``key``.

    :raises Forbidden: the current user may not follow up this convention.
    :raises Conflict: its state has closed the dates, or somebody is editing it.
    :raises UnprocessableEntity: something is missing or wrong; ``findings`` names all of it.
    """
    row: Row = {"key": key, "day": day, "reason": reason, "author": author}
    rows = [dict(old) for old in convention.overrides or ()]
    places = [place for place, old in enumerate(rows) if old["key"] == key]
    if places:
        rows[places[0]] = row
    else:
        rows.append(row)
    _write(convention, rows, today)


def take_back(convention: Any, key: str, today: date) -> None:
    """Let the date of ``key`` be computed again. Raises what ``set_date`` does."""
    kept = [dict(row) for row in convention.overrides or () if row["key"] != key]
    if len(kept) != len(convention.overrides or ()):
        _write(convention, kept, today)


def _write(convention: Any, rows: list[Row], today: date) -> None:
    after = {FIELD: rows}
    refuse_unless_open(convention, after)
    if wrong := findings("Convention", {**snapshot(convention), **after}, today):
        raise UnprocessableEntity(_("Some values are not valid. Nothing was changed."), wrong)
    convention.overrides = rows
    notify(ObjectModifiedEvent(convention, Attributes(IConvention, FIELD)))
