"""Rules that hold for every cell of every collection, read off the table of columns."""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from collective.conventions.terms.amounts import MAXIMUM
from collective.conventions.terms.amounts import MOST_DECIMALS
from collective.conventions.terms.amounts import number_fault
from collective.conventions.terms.columns import Column
from collective.conventions.terms.columns import COLUMNS
from collective.conventions.terms.dates import FIRST_DAY
from collective.conventions.terms.dates import in_range
from collective.conventions.terms.dates import is_date
from collective.conventions.terms.dates import LAST_DAY
from collective.conventions.terms.findings import Finding
from datetime import date
from decimal import Decimal


Row = Mapping[str, object]
Rows = Sequence[Row] | None
Sound = Sequence[tuple[int, Row]]
Fault = tuple[str, Mapping[str, str | int]]


def check_cells(field: str, rows: Rows) -> Iterator[Finding]:
    """Yield what is wrong with single cells: missing, of the wrong kind, out of range."""
    for position, row in enumerate(rows or ()):
        if not isinstance(row, Mapping):
            yield Finding("not_a_row", field, row=position)
            continue
        for name, column in COLUMNS[field].items():
            for code, params in cell_faults(column, row.get(name)):
                yield Finding(code, field, params, position, name)


def sound(field: str, rows: Rows) -> Sound:
    """Return (position, row) with only those cells that can be compared with others."""
    columns = COLUMNS[field].items()
    return [
        (
            position,
            {
                name: row.get(name)
                for name, column in columns
                if not any(cell_faults(column, row.get(name)))
            },
        )
        for position, row in enumerate(rows or ())
        if isinstance(row, Mapping)
    ]


def cell_faults(column: Column, value: object) -> Iterator[Fault]:
    """Yield (code, params) for each thing wrong with one cell."""
    if value is None or (isinstance(value, str) and not value.strip()):
        if column.required:
            yield "required", {}
    elif not _of_kind(column.kind, value):
        yield "wrong_type", {"expected": column.kind}
    elif column.choices and value not in column.choices:
        yield "unknown_choice", {"value": str(value)}
    elif isinstance(value, date):
        yield from date_faults(value)
    elif isinstance(value, Decimal | int) and not isinstance(value, bool):
        yield from _number_faults(column, Decimal(value))


def date_faults(day: date) -> Iterator[Fault]:
    """Yield "date_out_of_range" for a day before 1900 or after 2200."""
    if not in_range(day):
        first, last = FIRST_DAY.isoformat(), LAST_DAY.isoformat()
        yield "date_out_of_range", {"first": first, "last": last}


def _of_kind(kind: str, value: object) -> bool:
    if kind == "date":
        return is_date(value)
    if kind == "number":
        return isinstance(value, Decimal | int) and not isinstance(value, bool)
    return isinstance(value, bool if kind == "flag" else str)


def _number_faults(column: Column, number: Decimal) -> Iterator[Fault]:
    limits = {"too_large": int(MAXIMUM), "too_many_decimals": MOST_DECIMALS}
    if code := number_fault(number):
        yield code, {"maximum": limits[code]} if code in limits else {}
    elif column.unsigned and number < 0:
        yield "negative", {}
