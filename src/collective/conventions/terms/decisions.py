"""The decisions behind a convention: the College proposes, the Council decides (W1, B2, D7)."""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions.terms.cells import cell_faults
from collective.conventions.terms.columns import DATE
from collective.conventions.terms.findings import Finding
from datetime import date


_TAKEN = ("college_date", "council_date")
_DATES = (*_TAKEN, "council_sitting")


def check_decisions(values: Mapping[str, object], today: date | None = None) -> tuple[Finding, ...]:
    """Return what is wrong with the dates of the decisions, by the schema's field names.

    A decision taken cannot lie after ``today`` (when given); a sitting may be planned. The
    College's decision comes before the Council's, on the same day at the latest.
    """
    return (*_dates(values), *_future(values, today), *_order(values))


def _dates(values: Mapping[str, object]) -> Iterator[Finding]:
    for field in _DATES:
        for code, params in cell_faults(DATE, values.get(field)):
            yield Finding(code, field, params)


def _future(values: Mapping[str, object], today: date | None) -> Iterator[Finding]:
    for field in _TAKEN:
        day = _sound(values, field)
        if today is not None and day is not None and day > today:
            yield Finding("in_future", field, {"date": day.isoformat()})


def _order(values: Mapping[str, object]) -> Iterator[Finding]:
    college, council = (_sound(values, field) for field in _TAKEN)
    if college is not None and council is not None and college > council:
        params = {"council": council.isoformat()}
        yield Finding("college_after_council", "college_date", params)


def _sound(values: Mapping[str, object], field: str) -> date | None:
    value = values.get(field)
    return value if isinstance(value, date) and not any(cell_faults(DATE, value)) else None
