"""What is wrong with the changes of an amendment, cell by cell: by the fields they change (D5)."""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions.content.amended import value_of
from collective.conventions.content.convention import IConvention
from collective.conventions.terms import rows
from collective.conventions.terms.amending.amendment import FIELDS
from collective.conventions.terms.amending.amendment import TABLES
from collective.conventions.terms.cells import check_cells
from collective.conventions.terms.cells import date_faults
from collective.conventions.terms.cells import sound
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.row_rules import duplicates
from dataclasses import replace
from datetime import date
from typing import Any
from zope.schema import interfaces


Fault = tuple[str, Mapping[str, str | int]]


def check_fields(changes: Any) -> Iterator[Finding]:
    """Yield what is wrong with the fields that are set: unknown, twice, not a value of theirs."""
    yield from check_cells("changes", changes)
    known = sound("changes", changes)
    yield from duplicates("changes", known, "field")
    for position, row in known:
        name, text = row.get("field"), row.get("value")
        if name in FIELDS:
            for code, params in _faults(str(name), str(text or "")):
                yield Finding(code, "changes", params, position, "value")


def check_rows(table: str, values: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield what is wrong with the changed rows of a table; those that stay must be whole."""
    field = TABLES[table]
    changes = values.get(field) or ()
    yield from check_cells(field, changes)
    checked = rows.check_prices if table == "prices" else _cells_of(table)
    named = {(one.row, one.column) for one in check_cells(field, changes)}
    for position, row in enumerate(changes):
        if not isinstance(row, Mapping) or row.get("action") == "remove":
            continue
        for finding in checked([row]):
            if (position, finding.column) not in named:
                yield replace(finding, field=field, row=position)


def _cells_of(table: str) -> Any:
    return lambda found: check_cells(table, found)


def _faults(name: str, text: str) -> Iterator[Fault]:
    try:
        value = value_of(name, text)
    except interfaces.ValidationError as error:
        yield _fault_of(IConvention[name], error)
    except ValueError:
        yield _unreadable(IConvention[name])
    else:
        if isinstance(value, date):
            yield from date_faults(value)


def _fault_of(field: Any, error: Exception) -> Fault:
    if isinstance(error, interfaces.TooLong):
        return "text_too_long", {"maximum": field.max_length}
    if isinstance(error, interfaces.TooBig) and not interfaces.IDate.providedBy(field):
        return "too_large", {"maximum": str(field.max)}
    if isinstance(error, interfaces.TooSmall) and not interfaces.IDate.providedBy(field):
        return ("not_positive" if field.min > 0 else "negative"), {}
    if interfaces.IChoice.providedBy(field):
        return "unknown_choice", {"value": str(error.args[0])[:100] if error.args else ""}
    return _unreadable(field)


def _unreadable(field: Any) -> Fault:
    if interfaces.IDate.providedBy(field):
        return "wrong_type", {"expected": "2027-12-31"}
    if interfaces.IBool.providedBy(field):
        return "wrong_type", {"expected": "true, false"}
    if interfaces.IInt.providedBy(field) or interfaces.IDecimal.providedBy(field):
        return "not_a_number", {}
    return "wrong_type", {"expected": "text"}
