"""A convention as its amendments have made it: what holds on a day, and what is agreed on (D5).

A convention without amendments costs one look-up in the index of what lies in it. Nothing is
searched for, and nothing is woken.
"""

from Acquisition import aq_inner
from Acquisition import aq_parent
from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions.content.amendment import META_TYPE
from collective.conventions.content.convention import IConvention
from collective.conventions.content.values import Reading
from collective.conventions.terms.amending.amendment import Amendment
from collective.conventions.terms.amending.amendment import FIELDS
from collective.conventions.terms.amending.amendment import RowChange
from collective.conventions.terms.amending.amendment import TABLES
from collective.conventions.terms.amending.state import State
from collective.conventions.terms.amending.state import state
from collective.conventions.terms.amending.state import states
from collective.conventions.terms.dates import latest
from dataclasses import replace
from datetime import date
from decimal import Decimal
from decimal import InvalidOperation
from plone import api
from typing import Any
from zope.schema import interfaces


Values = Mapping[str, Any]

#: What reading a value may raise.
UNREADABLE = (ValueError, interfaces.ValidationError)
#: The columns of a change that say what happens to its row, beside what the row says.
HEADS = ("action", "row")


def amendments(convention: Any) -> list[Any]:
    """The amendments of a convention by their numbers, whoever asks, in any state."""
    found = (convention._getOb(one) for one in convention.objectIds(META_TYPE, ordered=False))
    return sorted(found, key=lambda one: one.amendment_number or 0)


def signed(convention: Any) -> tuple[Amendment, ...]:
    """The amendments that were signed, as the rules see them."""
    found = (one for one in amendments(convention) if api.content.get_state(one, "") == "signed")
    return tuple(amendment_of(Reading(one)) for one in found)


def state_of(convention: Any, at: date | None = None) -> State:
    """What holds on the day ``at``, and what comes from which amendment; after all when None."""
    return state(Reading(convention), signed(convention), at)


def values_at(convention: Any, at: date | None = None) -> Values:
    """The values of a convention as they hold on a day, or after all that is agreed on."""
    known = signed(convention)
    original = Reading(convention)
    return {**original, **state(original, known, at).changed} if known else original


def values_with(amendment: Any, today: date) -> Values:
    """The values of its convention on the first day of an amendment, as if it were signed."""
    convention = aq_parent(aq_inner(amendment))
    values = Reading(amendment)
    one = replace(amendment_of(values), effective=expected(values, today))
    others = (other for other in signed(convention) if other.number != one.number)
    original = Reading(convention)
    return {**original, **state(original, (*others, one), one.effective).changed}


def dated(convention: Any) -> tuple[Values, State]:
    """The values from which dates follow, all that is agreed on and what was owed before.

    The end follows from every amendment that was signed, from those to come as well. A commitment
    that was taken out is still owed if it was due before. Beside its columns each commitment says
    its "origin". With the values comes the state that tells where they are from.
    """
    found = state_of(convention)
    values = Reading(convention)
    if not found.applied:
        return values, found
    rows = [{**row.values, "origin": row.origin} for row in found.rows["commitments"]]
    owed = [dict(row.values) for row in found.removed["commitments"] if _was_due(row)]
    return {**values, **found.changed, "commitments": [*rows, *owed]}, found


def values_in_turn(convention: Any) -> tuple[tuple[date | None, Values], ...]:
    """The values of a convention in turn, each with the first day on which they hold.

    The original ones come first, and hold from the beginning.
    """
    original = Reading(convention)
    turns = ((one.at, {**original, **one.changed}) for one in states(original, signed(convention)))
    return ((None, original), *turns)


def parties_ever(convention: Any) -> tuple[str, ...]:
    """The UIDs of all who are party to a convention, were so, or will be by what is agreed on."""
    original = Reading(convention)
    uids = [row.get("partner") for row in original["parties"] or ()]
    for one in signed(convention):
        changes = (change for change in one.rows if change.table == "parties")
        uids += [change.values.get("partner") for change in changes if change.action != "remove"]
    return tuple(dict.fromkeys(uid for uid in uids if uid))


def joined(content: Any) -> dict[str, tuple[str, ...]]:
    """Who became party to a convention by its amendments, as checks ask for it; of others nothing.

    They have contacts and write letters as those do who were there from the beginning.
    """
    if getattr(content, "portal_type", "") != "Convention":
        return {}
    original = {row.get("partner") for row in Reading(content)["parties"] or ()}
    return {"joined": tuple(uid for uid in parties_ever(content) if uid not in original)}


def amendment_of(values: Values) -> Amendment:
    """An amendment as the rules see it; what cannot be read of its changes is left out."""
    return Amendment(
        number=values.get("amendment_number") or 0,
        effective=effective(values),
        signed=signature(values),
        fields=dict(_fields(values)),
        rows=tuple(_rows(values)),
    )


def signature(values: Values) -> date | None:
    """The day of the last signature under an amendment; None while one is missing."""
    return latest(tuple(row.get("date_signed") for row in values.get("signatories") or ()))


def effective(values: Values) -> date | None:
    """The first day on which an amendment holds; None while nothing tells it."""
    if values.get("effective_rule") == "last_signature":
        return signature(values)
    day: date | None = values.get("first_day")
    return day


def expected(values: Values, today: date) -> date:
    """The first day of an amendment; while nothing tells it, the one on which the Council decided.

    One of the past so meets the convention of its time. Before it is decided that is ``today``.
    """
    decided: date | None = values.get("council_date")
    return effective(values) or decided or today


def value_of(name: str, text: str | None) -> Any:
    """The value that a text stands for in a field of a convention (``text_of`` wrote it).

    :raises ValueError, ValidationError: when it stands for none (``UNREADABLE``).
    """
    field = IConvention[name]
    if not (text or "").strip():
        return False if interfaces.IBool.providedBy(field) else None
    value = _read(field, str(text))
    field.bind(None).validate(value)
    return value


def text_of(value: Any) -> str:
    """A value of a field as an amendment keeps it: dates and numbers as REST writes them."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)


def _read(field: Any, text: str) -> Any:
    if interfaces.IBool.providedBy(field):
        return _flag(text.strip())
    if interfaces.IDate.providedBy(field):
        return date.fromisoformat(text.strip())
    if interfaces.IInt.providedBy(field):
        return int(text)
    if interfaces.IDecimal.providedBy(field):
        return _number(text)
    return text.strip() if interfaces.IChoice.providedBy(field) else text


def _flag(text: str) -> bool:
    if text not in ("true", "false"):
        raise ValueError(text)
    return text == "true"


def _number(text: str) -> Decimal:
    try:
        number = Decimal(text.strip())
    except InvalidOperation as error:
        raise ValueError(text) from error
    if not number.is_finite():
        raise ValueError(text)
    return number


def _fields(values: Values) -> Iterator[tuple[str, Any]]:
    for row in values.get("changes") or ():
        if row.get("field") in FIELDS:
            try:
                yield row["field"], value_of(row["field"], row.get("value"))
            except UNREADABLE:
                continue


def _rows(values: Values) -> Iterator[RowChange]:
    for table, field in TABLES.items():
        for row in values.get(field) or ():
            said = {name: value for name, value in row.items() if name not in HEADS}
            yield RowChange(table, row.get("action") or "", row.get("row") or "", said)


def _was_due(row: Any) -> bool:
    due = row.values.get("due")
    return due is not None and row.origin is not None and due < row.origin.effective
