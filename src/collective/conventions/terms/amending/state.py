"""The state of a convention on a day: its values, and where each that changed comes from (D5).

Every row of a table has a name that stays: "1", "2" … by its position in the original, and
"<number of the amendment>.<position>" where an amendment added it. So an amendment says which row
it concerns whatever others have changed before.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from collective.conventions.terms.amending.amendment import Amendment
from collective.conventions.terms.amending.amendment import in_order
from collective.conventions.terms.amending.amendment import RowChange
from collective.conventions.terms.amending.amendment import TABLES
from collective.conventions.terms.amending.amendment import Values
from collective.conventions.terms.aspects import aspect_of
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import date


@dataclass(frozen=True)
class Origin:
    """The amendment that a value comes from, and the first day on which it held."""

    number: int
    effective: date


@dataclass(frozen=True)
class Row:
    """A row of a table; no ``origin``: of the original. ``after`` is the row it was put behind."""

    name: str
    values: Values = field(hash=False)
    origin: Origin | None = None
    after: str = ""


@dataclass(frozen=True)
class State:
    """What holds on the day ``at`` (None: after all that is agreed on).

    :param changed: the fields and tables that are not as in the original, by name.
    :param origins: of each changed field the amendment that it comes from.
    :param rows: the rows of each table of ``TABLES``, in order.
    :param removed: the rows that were taken out, each with the amendment that did.
    :param applied: the amendments that hold.
    :param coming: those that take effect later.
    """

    at: date | None
    changed: Values = field(default_factory=dict, hash=False)
    origins: Mapping[str, Origin] = field(default_factory=dict, hash=False)
    rows: Mapping[str, tuple[Row, ...]] = field(default_factory=dict, hash=False)
    removed: Mapping[str, tuple[Row, ...]] = field(default_factory=dict, hash=False)
    applied: tuple[Amendment, ...] = ()
    coming: tuple[Amendment, ...] = ()


def state(original: Values, amendments: Iterable[Amendment], at: date | None = None) -> State:
    """Return what holds on ``at``, without altering ``original``.

    ``amendments`` are those that were signed, in any order; one without a first day is left out. A
    change of a row that is not there changes nothing (see ``faults.missing_rows``).
    """
    known = tuple(in_order(amendments))
    applied = tuple(one for one in known if at is None or (one.effective or date.max) <= at)
    values, origins = _fields(applied)
    rows, removed = {}, {}
    for table in TABLES:
        rows[table], removed[table] = _table(table, original, applied)
        if any(change.table == table for one in applied for change in one.rows):
            values[table] = [dict(row.values) for row in rows[table]]
    coming = tuple(one for one in known if one not in applied)
    return State(at, values, origins, rows, removed, applied, coming)


def states(original: Values, amendments: Iterable[Amendment]) -> tuple[State, ...]:
    """Return the state from each day on which something changes, the original one not among them.

    They tile the time from the first amendment on: each holds until the next one does.
    """
    known = tuple(in_order(amendments))
    days = dict.fromkeys(one.effective for one in known if one.effective is not None)
    return tuple(state(original, known, day) for day in days)


def names_of(rows: Sequence[object]) -> tuple[str, ...]:
    """Return the names of the rows of an original table."""
    return tuple(str(position) for position, _row in enumerate(rows, start=1))


def origin_of(one: Amendment) -> Origin:
    """Return an amendment as the origin of what it changed."""
    return Origin(one.number, one.effective or date.max)


def _fields(applied: Iterable[Amendment]) -> tuple[dict[str, object], dict[str, Origin]]:
    values: dict[str, object] = {}
    origins: dict[str, Origin] = {}
    for one in applied:
        values.update(one.fields)
        origins.update(dict.fromkeys(one.fields, origin_of(one)))
    return values, origins


def _table(
    table: str, original: Values, applied: Iterable[Amendment]
) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    rows = {row.name: row for row in _rows_of(original.get(table))}
    removed: dict[str, Row] = {}
    for one in applied:
        added = 0
        for change in (change for change in one.rows if change.table == table):
            if change.action == "add":
                added += 1
                name = f"{one.number}.{added}"
                rows[name] = Row(name, dict(change.values), origin_of(one), change.row)
            elif change.row in rows and change.action == "remove":
                removed[change.row] = replace(rows.pop(change.row), origin=origin_of(one))
            elif change.row in rows:
                rows[change.row] = _replaced(table, rows[change.row], change, origin_of(one))
    return _placed(rows, removed), tuple(removed.values())


def _rows_of(value: object) -> tuple[Row, ...]:
    found = value if isinstance(value, list | tuple) else ()
    return tuple(
        Row(name, dict(row))
        for name, row in zip(names_of(found), found, strict=True)
        if isinstance(row, Mapping)
    )


def _replaced(table: str, row: Row, change: RowChange, origin: Origin) -> Row:
    """Return the row with what was agreed; what happened to it before stays with it."""
    happened = {
        column: value
        for column, value in row.values.items()
        if aspect_of(table, column) != aspect_of(table) and change.values.get(column) is None
    }
    return replace(row, values={**change.values, **happened}, origin=origin)


def _placed(rows: Mapping[str, Row], removed: Mapping[str, Row]) -> tuple[Row, ...]:
    """Return the rows in order: each that was added behind the one it names, the first first.

    A row that is gone still marks the place of those that were put behind it.
    """
    children: dict[str, list[str]] = {}
    for name, row in sorted({**removed, **rows}.items(), key=lambda each: _rank(each[0])):
        children.setdefault(_anchor(row, rows, removed), []).append(name)
    found: list[Row] = []
    waiting = children.get("", [])[::-1]
    while waiting:
        name = waiting.pop()
        if name in rows:
            found.append(rows[name])
        waiting.extend(children.get(name, [])[::-1])
    return tuple(found)


def _anchor(row: Row, rows: Mapping[str, Row], removed: Mapping[str, Row]) -> str:
    """Return the row behind which one stands: only an older one, so nothing runs in a circle."""
    known = row.after in rows or row.after in removed
    return row.after if known and _rank(row.after) < _rank(row.name) else ""


def _rank(name: str) -> tuple[int, int]:
    """Return where a row comes by its name: those of the original first."""
    number, _, position = name.rpartition(".")
    return int(number or 0), int(position)
