"""Rules between the cells of a row and between rows, shared by the collections.

They look at rows of which only what is ``sound`` is left (see ``cells``).
"""

from collections.abc import Iterator
from collective.conventions.terms.cells import Sound
from collective.conventions.terms.findings import Finding
from datetime import date


def duplicates(field: str, rows: Sound, column: str, *others: str) -> Iterator[Finding]:
    """Yield "duplicate" for a row that repeats an earlier one in ``column`` and ``others``.

    Case and spacing do not count; a row whose ``column`` is empty repeats nothing. The parameter
    "first" is the earlier row as people count, from 1.
    """
    seen: dict[tuple[str, ...], int] = {}
    for position, row in rows:
        key = tuple(_folded(row.get(name)) for name in (column, *others))
        if key[0] and seen.setdefault(key, position) != position:
            yield Finding("duplicate", field, {"first": seen[key] + 1}, position, column)


def strangers(field: str, rows: Sound, parties: Sound, column: str) -> Iterator[Finding]:
    """Yield "not_a_party" for a cell that names a partner who is not among ``parties``."""
    known = {row.get("partner") for _, row in parties}
    for position, row in rows:
        partner = row.get(column)
        if partner and partner not in known:
            yield Finding("not_a_party", field, {"party": str(partner)}, position, column)


def ordered(field: str, rows: Sound, earlier: str, later: str, code: str) -> Iterator[Finding]:
    """Yield ``code`` at ``later`` where its date lies before that of ``earlier``."""
    for position, row in rows:
        first, second = row.get(earlier), row.get(later)
        if isinstance(first, date) and isinstance(second, date) and second < first:
            name = code.rpartition("_")[2]
            yield Finding(code, field, {name: first.isoformat()}, position, later)


def future(field: str, rows: Sound, today: date | None, *columns: str) -> Iterator[Finding]:
    """Yield "in_future" for a fact dated after ``today``; nothing when ``today`` is not given."""
    for position, row in rows:
        for column in columns:
            day = row.get(column)
            if today is not None and isinstance(day, date) and day > today:
                yield Finding("in_future", field, {"date": day.isoformat()}, position, column)


def _folded(value: object) -> str:
    return " ".join(str(value or "").casefold().split())
