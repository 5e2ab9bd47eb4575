"""What is wrong with an amendment: what it cannot change, whom it contradicts, when it comes (D5).

The Council decides on it and all sign it before it takes effect. That is judged by those days
alone, never by the day on which it is entered: one of years ago is entered with its own days. What
was invoiced is taken back by a credit note first, and only then priced anew.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
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
    decided: date | None = None,
) -> tuple[Finding, ...]:
    """Return all that keeps an amendment from being signed, besides its decision and signatures.

    Its findings name the fields of the amendment: "first_day", "changes" and those in
    ``TABLES``; a row counts from 0 in its table.

    :param signed: the other amendments of the convention that were signed.
    :param decided: the day of the Council's decision, all that is known before it is signed: it
        was neither signed nor in force before.
    """
    others = tuple(one for one in signed if one.number != amendment.number)
    return (
        *_content(amendment),
        *missing_rows(amendment, original, others, decided),
        *_contradictions(amendment, others, decided),
        *_timing(amendment, known, decided),
        *_past(amendment, known, decided),
    )


def missing_rows(
    amendment: Amendment,
    original: Values,
    others: Sequence[Amendment],
    decided: date | None = None,
) -> Iterator[Finding]:
    """Yield the changes of rows that are not there on the day on which the amendment holds.

    While that day is unknown a row may be there when the Council decides, or after all the others.
    """
    days = (amendment.effective,) if amendment.effective else (decided, None)
    before = [state(original, others, day) for day in days]
    for position, change in positions(amendment):
        there = {row.name for one in before for row in one.rows[change.table]}
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


def _contradictions(
    amendment: Amendment, others: Iterable[Amendment], decided: date | None
) -> Iterator[Finding]:
    """Yield what another amendment changes as well, from the same day or from a later one.

    An earlier one is changed again, which is what amendments are for. One that was signed before
    this one and takes effect later would undo it in silence; one that was signed after it knew it,
    though it may have been entered first.
    """
    agreed = amendment.signed or decided
    if amendment.effective is None:
        return
    for one in others:
        shared = set(one.places) & set(amendment.places)
        if one.effective is None or one.effective < amendment.effective or not shared:
            continue
        same_day = one.effective == amendment.effective
        if not same_day and agreed and one.signed and one.signed > agreed:
            continue
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


def _timing(amendment: Amendment, known: Circumstances, decided: date | None) -> Iterator[Finding]:
    day, earliest = amendment.effective, amendment.effective or decided
    if day and amendment.signed and day < amendment.signed:
        yield _effective("amendment_backdated", signed=amendment.signed)
    elif day and decided and day < decided:
        yield _effective("amendment_before_decision", decided=decided)
    if known.end and earliest and earliest > known.end:
        yield _effective("amendment_after_end", end=known.end)
    if amendment.prices and known.billed and day and day <= known.billed:
        yield _effective("amendment_of_billed", billed=known.billed)


def _past(amendment: Amendment, known: Circumstances, decided: date | None) -> Iterator[Finding]:
    """Yield the rules that something has happened under, which a change would judge anew.

    What happened when the change held already happened under the rules as changed.
    """
    day = amendment.effective or decided
    dated = amendment.fields.get("duration_unit") == "until_date"
    for position, name in enumerate(amendment.fields):
        if name in _NOTICE and known.noticed and (day is None or day > known.noticed):
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
