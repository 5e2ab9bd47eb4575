"""What may still be changed in which state: two sets of values compared, aspect by aspect."""

from collections.abc import Mapping
from collective.conventions.terms.aspects import aspect_of
from collective.conventions.terms.aspects import ASPECTS
from collective.conventions.terms.aspects import open_aspects
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.sameness import row_count_differs
from collective.conventions.terms.sameness import row_differences
from collective.conventions.terms.sameness import rows_of
from collective.conventions.terms.sameness import same


__all__ = ["ASPECTS", "Change", "aspect_of", "changed", "open_aspects", "refused"]

#: (field, row from 0 or None, column or None, aspect)
Change = tuple[str, int | None, str | None, str]


def changed(before: Mapping[str, object], after: Mapping[str, object]) -> tuple[Change, ...]:
    """Return what ``after`` would change: (field, row or None, column or None, aspect) each.

    A field that ``after`` does not name stays as it is; one that ``before`` does not name was
    empty. An added or removed row changes its field as a whole; otherwise rows are compared
    position by position and column by column.
    """
    found: list[Change] = []
    for field, new in after.items():
        old = before.get(field)
        if not same(old, new):
            found.extend(_changes(field, old, new))
    return tuple(found)


def refused(
    state: str, before: Mapping[str, object], after: Mapping[str, object]
) -> tuple[Finding, ...]:
    """Return one finding "locked" for each change that ``state`` does not allow."""
    return tuple(
        Finding("locked", field, {"aspect": aspect, "state": state}, row, column)
        for field, row, column, aspect in changed(before, after)
        if aspect not in open_aspects(state)
    )


def _changes(field: str, old: object, new: object) -> list[Change]:
    old_rows, new_rows = rows_of(old), rows_of(new)
    if old_rows is None or new_rows is None or row_count_differs(old_rows, new_rows):
        return [(field, None, None, aspect_of(field))]
    return [
        (field, row, column, aspect_of(field, column))
        for row, column in row_differences(old_rows, new_rows)
    ]
