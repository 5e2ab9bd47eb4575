"""What College and Council decided about a convention, sitting by sitting (B1, B2, B4, D7).

The College proposes, then the Council decides. Either may refuse a matter or postpone it, and take
it up again in a later sitting; each time is a row. A row stays when its decision is withdrawn or
annulled afterwards: ``standing`` tells which one counts.
"""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions.terms.cells import check_cells
from collective.conventions.terms.cells import Rows
from collective.conventions.terms.cells import Sound
from collective.conventions.terms.cells import sound
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.row_rules import duplicates
from collective.conventions.terms.row_rules import future
from dataclasses import dataclass
from datetime import date


FIELD = "deliberations"
COLLEGE, COUNCIL = "college", "council"
ADOPTED, REFUSED, POSTPONED = "adopted", "refused", "postponed"


@dataclass(frozen=True)
class Deliberation:
    """What one body made of the matter in one sitting.

    :ivar body: "college" or "council".
    :ivar sitting: its day.
    :ivar outcome: "adopted", "refused" or "postponed".
    :ivar number: of the decision; needed where the Council adopts.
    """

    body: str
    sitting: date
    outcome: str
    number: str = ""
    remark: str = ""


def deliberation_of(row: Mapping[str, object]) -> Deliberation | None:
    """The deliberation that a row tells of; None where it lacks what makes it one."""
    body, sitting, outcome = (row.get(name) for name in ("body", "sitting", "outcome"))
    if not (isinstance(body, str) and isinstance(sitting, date) and isinstance(outcome, str)):
        return None
    texts = (str(row.get(name) or "").strip() for name in ("number", "remark"))
    return Deliberation(body, sitting, outcome, *texts)


def deliberations_of(rows: Rows) -> tuple[Deliberation, ...]:
    """All deliberations in the order of their sittings, the College before the Council."""
    found = (deliberation_of(row) for row in rows or () if isinstance(row, Mapping))
    return tuple(sorted((one for one in found if one), key=lambda one: (one.sitting, one.body)))


def check_deliberations(
    rows: Rows, today: date | None = None, council_date: date | None = None
) -> tuple[Finding, ...]:
    """Return what is wrong with the deliberations.

    A body decides about a matter once in a sitting; nothing is decided after ``today``; what the
    Council adopts has a number; where the College's deliberations are on record, it has proposed
    the matter before the Council deals with it, on the same day at the latest. On
    ``council_date``, the day of the decision that counts, the Council cannot have done otherwise
    than adopt.
    """
    known = sound(FIELD, rows)
    return (
        *check_cells(FIELD, rows),
        *duplicates(FIELD, known, "sitting", "body"),
        *future(FIELD, known, today, "sitting"),
        *_unnumbered(known),
        *_unproposed(known),
        *_contradicting(known, council_date),
    )


def proposal(found: tuple[Deliberation, ...], until: date | None = None) -> Deliberation | None:
    """The College's latest proposal, made on ``until`` at the latest where that is given."""
    made = [
        one
        for one in found
        if (one.body, one.outcome) == (COLLEGE, ADOPTED) and (until is None or one.sitting <= until)
    ]
    return max(made, key=lambda one: one.sitting, default=None)


def standing(
    found: tuple[Deliberation, ...], council_date: date | None, council_number: str
) -> Deliberation | None:
    """The adoption that counts: of the day and number of the Council's decision on record.

    After a withdrawal or an annulment there is none, whatever was adopted before.
    """
    counting = (COUNCIL, ADOPTED, council_date, council_number)
    seen = (one for one in found if (one.body, one.outcome, one.sitting, one.number) == counting)
    return next(seen, None)


def _unnumbered(rows: Sound) -> Iterator[Finding]:
    for position, row in rows:
        adopts = (row.get("body"), row.get("outcome")) == (COUNCIL, ADOPTED)
        if adopts and not str(row.get("number") or "").strip():
            yield Finding("required", FIELD, row=position, column="number")


def _unproposed(rows: Sound) -> Iterator[Finding]:
    """Yield "college_after_council" for each time the Council went before the College."""
    colleges = [row for _position, row in rows if row.get("body") == COLLEGE]
    proposed = [row.get("sitting") for row in colleges if row.get("outcome") == ADOPTED]
    days = [day for day in proposed if isinstance(day, date)]
    for position, row in rows:
        day = row.get("sitting")
        if not colleges or row.get("body") != COUNCIL or not isinstance(day, date):
            continue
        if not any(proposal <= day for proposal in days):
            params = {"council": day.isoformat()}
            yield Finding("college_after_council", FIELD, params, position, "sitting")


def _contradicting(rows: Sound, council_date: date | None) -> Iterator[Finding]:
    for position, row in rows:
        of_the_day = row.get("body") == COUNCIL and row.get("sitting") == council_date
        if council_date and of_the_day and row.get("outcome") in (REFUSED, POSTPONED):
            params = {"council": council_date.isoformat()}
            yield Finding("not_adopted", FIELD, params, position, "outcome")
