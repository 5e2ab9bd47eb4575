"""What is wrong with an amendment: what it cannot change, whom it contradicts, when it comes (D5).

It is signed before it takes effect, so nothing is ever agreed on for days that have passed. What
was invoiced is taken back by a credit note first, and only then priced anew.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions.terms.amending.amendment import ACTIONS
from collective.conventions.terms.amending.amendment import Amendment
from collective.conventions.terms.amending.amendment import FIELDS
from collective.conventions.terms.amending.amendment import Place
from collective.conventions.terms.amending.amendment import RowChange
from collective.conventions.terms.amending.amendment import TABLES
from collective.conventions.terms.amending.amendment import Values
from collective.conventions.terms.amending.state import state
from collective.conventions.terms.dated import Params
from collective.conventions.terms.findings import Finding
from dataclasses import dataclass
from datetime import date


#: What a notice that was given before rests on.
_NOTICE = frozenset(
    name for name in FIELDS if name.startswith("notice_") and name != "notice_means"
)
#: What each renewal that has happened was counted by.
_RENEWAL = frozenset({"renewal", "renewal_months", "duration_unit", "duration_count"})


@dataclass(frozen=True)
class Circumstances:
    """What has happened to the convention that an amendment must take into account.

    :param end: its last day, with the amendment and without it, the earlier of the two; None where
        nothing bounds it.
    :param first_end: the last day of its first term, before any renewal; None without one.
    :param billed: the last day that was invoiced and not credited; None where nothing was.
    :param noticed: the day of the last notice that stands; None where none was given.
    """

    end: date | None = None
    first_end: date | None = None
    billed: date | None = None
    noticed: date | None = None


def faults(
    amendment: Amendment,
    original: Values,
    signed: Iterable[Amendment],
    known: Circumstances,
    today: date,
) -> tuple[Finding, ...]:
    """Return all that keeps an amendment from being signed, besides its decision and signatures.

    Its findings name the fields of the amendment: "first_day", "changes" and those in
    ``TABLES``; a row counts from 0 in its table.

    :param signed: the other amendments of the convention that were signed.
    :param today: until it is signed, the day on which that could happen at the earliest.
    """
    others = tuple(one for one in signed if one.number != amendment.number)
    return (
        *_content(amendment),
        *missing_rows(amendment, original, others),
        *_contradictions(amendment, others),
        *_timing(amendment, known, today),
        *_past(amendment, known),
    )


def missing_rows(
    amendment: Amendment, original: Values, others: Iterable[Amendment]
) -> Iterator[Finding]:
    """Yield the changes of rows that are not there on the day on which the amendment holds."""
    before = state(original, others, amendment.effective)
    for position, change in positions(amendment):
        there = {row.name for row in before.rows[change.table]}
        if change.row and change.row not in there:
            yield _at(change, position, "row_unknown", {"row": change.row})


def positions(amendment: Amendment) -> Iterator[tuple[int, RowChange]]:
    """Yield each row change with its position among those of its table, counted from 0."""
    counts: dict[str, int] = {}
    for change in amendment.rows:
        counts[change.table] = counts.get(change.table, -1) + 1
        yield counts[change.table], change


def _content(amendment: Amendment) -> Iterator[Finding]:
    if not amendment.fields and not amendment.rows:
        yield Finding("nothing_amended", "changes")
    for position, name in enumerate(amendment.fields):
        if name not in FIELDS:
            yield Finding("not_amendable", "changes", {}, position, "field")
    first: dict[Place, int] = {}
    for position, change in positions(amendment):
        place = (change.table, change.row)
        if change.action not in ACTIONS:
            yield _at(change, position, "unknown_choice", {"value": change.action}, "action")
        elif change.action != "add" and not change.row:
            yield _at(change, position, "required")
        elif change.action != "add" and place in first:
            yield _at(change, position, "duplicate", {"first": first[place] + 1})
        elif change.action != "add":
            first[place] = position


def _contradictions(amendment: Amendment, others: Iterable[Amendment]) -> Iterator[Finding]:
    """Yield what another amendment changes as well, from the same day or from a later one.

    An earlier one is changed again, which is what amendments are for. One that is signed already
    and takes effect later would undo this one in silence.
    """
    if amendment.effective is None:
        return
    for one in others:
        shared = set(one.places) & set(amendment.places)
        if one.effective is None or one.effective < amendment.effective or not shared:
            continue
        same_day = one.effective == amendment.effective
        code = "amendment_overlaps" if same_day else "amendment_out_of_order"
        params: Params = {"number": one.number, "date": one.effective.isoformat()}
        for field, position in _where(amendment, shared):
            yield Finding(code, field, params, position)


def _where(amendment: Amendment, places: Iterable[Place]) -> Iterator[tuple[str, int]]:
    shared = set(places)
    for position, name in enumerate(amendment.fields):
        if (name, "") in shared:
            yield "changes", position
    for position, change in positions(amendment):
        if change.action != "add" and (change.table, change.row) in shared:
            yield TABLES[change.table], position


def _timing(amendment: Amendment, known: Circumstances, today: date) -> Iterator[Finding]:
    day = amendment.effective
    if day is None:
        return
    signature = amendment.signed or today
    if day < signature:
        yield _effective("amendment_backdated", signed=signature)
    if known.end is not None and day > known.end:
        yield _effective("amendment_after_end", end=known.end)
    if amendment.prices and known.billed is not None and day <= known.billed:
        yield _effective("amendment_of_billed", billed=known.billed)


def _past(amendment: Amendment, known: Circumstances) -> Iterator[Finding]:
    """Yield the rules that something has happened under, which a change would judge anew."""
    day = amendment.effective
    dated = amendment.fields.get("duration_unit") == "until_date"
    for position, name in enumerate(amendment.fields):
        if name in _NOTICE and known.noticed is not None:
            params = {"given": known.noticed.isoformat()}
            yield Finding("amendment_of_notice", "changes", params, position)
        renewed = day is not None and known.first_end is not None and day > known.first_end
        if name in _RENEWAL and renewed and not dated:
            params = {"end": str(known.first_end)}
            yield Finding("amendment_of_renewed", "changes", params, position)


def _effective(code: str, **days: date) -> Finding:
    return Finding(code, "first_day", {name: day.isoformat() for name, day in days.items()})


def _at(
    change: RowChange,
    position: int,
    code: str,
    params: Mapping[str, str | int] | None = None,
    column: str = "row",
) -> Finding:
    return Finding(code, TABLES.get(change.table, "changes"), params or {}, position, column)
