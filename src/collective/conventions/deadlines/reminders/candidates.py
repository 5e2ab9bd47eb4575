"""Which conventions have a date of which somebody may be due to be reminded.

Asked of the catalog, so the cost follows what is due and not how many conventions there are.
"""

from collections.abc import Iterator
from collective.conventions.content.convention import IConvention
from collective.conventions.deadlines.reminders.rules import own_rules
from collective.conventions.deadlines.reminders.rules import Rule
from collective.conventions.deadlines.reminders.rules import space_rules
from collective.conventions.terms.reminding import GRACE_DAYS
from collective.conventions.terms.watching import OWED
from datetime import date
from datetime import timedelta
from plone import api
from plone.indexer import indexer
from typing import Any


OWN = "convention_reminders"


@indexer(IConvention)
def convention_reminders(convention: Any) -> tuple[str, ...]:
    """How early the convention's own reminders begin: "notice_by|90"."""
    return tuple(sorted({f"{rule.what}|{_first(rule)}" for rule in own_rules(convention)}))


def candidates(today: date) -> Iterator[Any]:
    """The catalog's records of those conventions, each once."""
    catalog = api.portal.get_tool("portal_catalog")
    seen: set[int] = set()
    for query in _queries(today, catalog.uniqueValuesFor(OWN)):
        for record in catalog.unrestrictedSearchResults(**query):
            if record.getRID() not in seen:
                seen.add(record.getRID())
                yield record


def _queries(today: date, own: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    earliest: dict[str, int] = {}
    for rule in space_rules():
        earliest[rule.what] = max(_first(rule), earliest.get(rule.what, 0))
    for what, days in earliest.items():
        yield {"deadlines": _range(what, days, today)}
    for text in own:
        what, days_before = text.split("|")
        yield {OWN: text, "deadlines": _range(what, int(days_before), today)}


def _range(what: str, days: int, today: date) -> dict[str, Any]:
    """The keys of ``what`` from the first day that still counts to the last one within reach."""
    first = "" if what in OWED else (today - timedelta(days=GRACE_DAYS)).isoformat()
    after = (today + timedelta(days=days + 1)).isoformat()
    return {"query": (f"{what}|{first}", f"{what}|{after}"), "range": "min:max"}


def _first(rule: Rule) -> int:
    return max(rule.days_before)
