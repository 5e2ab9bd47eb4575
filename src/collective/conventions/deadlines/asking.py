"""What can be asked of the list of deadlines, and from a query string to a question."""

from collections.abc import Mapping
from collective.conventions.access.insiders import is_insider
from collective.conventions.content import sources
from collective.conventions.content.fields import FIRST_DATE
from collective.conventions.deadlines.search import Asked
from collective.conventions.listing.filters import Choices
from collective.conventions.listing.filters import day_of
from collective.conventions.listing.question import Question
from collective.conventions.listing.reading import BATCH
from collective.conventions.listing.reading import OneOf
from collective.conventions.listing.reading import values_of
from collective.conventions.listing.sets import groups
from collective.conventions.terms.dates import plus
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.watching import WATCHED
from dataclasses import dataclass
from datetime import date
from itertools import islice
from plone import api
from typing import Any


#: Nobody plans further ahead, and every year of an endless renewal costs.
LONGEST_YEARS = 10
#: So many choices of a filter are offered.
MOST_CHOICES = 300
#: What asks for a filter that is on or off.
YES = "1"


@dataclass(frozen=True)
class Day:
    """Reads a day up to ``last``."""

    last: date

    def read(self, texts: list[str]) -> date:
        return day_of(texts[-1], FIRST_DATE, self.last)


def asked(form: Mapping[str, Any], today: date) -> tuple[Question, tuple[Finding, ...]]:
    """The question that a form asks, and what in it could not be read and was left out."""
    found, findings = values_of({**_filters(today), **BATCH}, form)
    first, last = found.get("from"), found.get("until")
    if first and last and last < first:
        del found["until"]
        wrong = Finding("end_before_start", "until", {"start": first.isoformat()})
        findings = (*findings, wrong)
    batch = {name: found.pop(name) for name in BATCH if name in found}
    return Question(filters=found, **batch), findings


def asked_of(question: Question) -> Asked:
    """The question as the search takes it."""
    found = question.filters
    return Asked(
        kinds=found.get("what", ()),
        partner=found.get("partner", ""),
        service=found.get("service", ""),
        first=found.get("from"),
        last=found.get("until"),
        overdue="overdue" in found,
    )


def parties(seen: frozenset[int]) -> tuple[str, ...]:
    """The UIDs of the parties to the conventions ``seen``; of very many the most frequent."""
    return _values("convention_parties", seen)


def services(seen: frozenset[int]) -> tuple[str, ...]:
    """The members and groups in charge of the conventions ``seen``.

    People of a partner are not told who is in charge.
    """
    return _values("convention_responsible", seen) if is_insider(api.portal.get()) else ()


def _values(index: str, seen: frozenset[int]) -> tuple[str, ...]:
    most = sorted(groups(index).items(), key=lambda item: -len(item[1]))
    found = (value for value, records in most if not seen.isdisjoint(records))
    return tuple(islice(found, MOST_CHOICES))


def _filters(today: date) -> dict[str, Any]:
    day = Day(plus(today, months=12 * LONGEST_YEARS))
    filters: dict[str, Any] = {
        "what": Choices("deadlines", lambda: WATCHED),
        "partner": OneOf(sources.partners(None)),
        "from": day,
        "until": day,
        "overdue": OneOf((YES,)),
    }
    if is_insider(api.portal.get()):
        # Whoever may not ask learns nothing by asking, not even that there is such a filter.
        filters["service"] = OneOf(sources.members(None))
    return filters
