"""The numbers of new conventions, after the pattern that the space has set.

A number is taken in the transaction that adds the convention, so a failure leaves no gap; of two
conventions that are added at the same moment one is tried again, and gets the number after.
"""

from BTrees.OIBTree import OIBTree
from collective.conventions.clock import today
from collective.conventions.settings.reading import settings
from OFS.interfaces import IObjectWillBeAddedEvent
from plone import api
from typing import Any
from zope.annotation.interfaces import IAnnotations
from zope.lifecycleevent.interfaces import IObjectCopiedEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent
import re


KEY = "collective.conventions.numbers"
NUMBER, YEAR = "{number}", "{year}"


def is_pattern(text: str) -> bool:
    """Whether a pattern has the number once, and no other word in braces than the year."""
    rest = text.replace(NUMBER, "").replace(YEAR, "")
    return text.count(NUMBER) == 1 and not set("{}") & set(rest)


def upcoming(year: int) -> str:
    """The reference that comes next; empty where the space numbers nothing."""
    series = _series(year)
    return _written(series, _last(series) + 1) if series else ""


def give_number(convention: Any, event: IObjectWillBeAddedEvent) -> None:
    """Give a new convention the next number, where it has no reference of its own."""
    year = today().year
    if not convention.reference and (reference := upcoming(year)):
        convention.reference = reference
    _keep_ahead(convention.reference, year)


def follow(convention: Any, event: IObjectModifiedEvent) -> None:
    """Let the numbers go on after one that somebody has typed."""
    _keep_ahead(convention.reference, today().year)


def leave_number(convention: Any, event: IObjectCopiedEvent) -> None:
    """A copy is another convention, so it gets a number of its own."""
    if _series(today().year):
        convention.reference = None


def _series(year: int) -> str:
    """The pattern of this year's numbers."""
    return (settings()["reference_pattern"] or "").replace(YEAR, str(year))


def _written(series: str, number: int) -> str:
    return series.replace(NUMBER, f"{number:0{settings()['reference_digits'] or 1}}")


def _read(series: str, reference: str | None) -> int:
    """The number in a reference; 0 where it is not of the series."""
    before, after = series.split(NUMBER)
    found = re.fullmatch(rf"{re.escape(before)}([0-9]{{1,9}}){re.escape(after)}", reference or "")
    return int(found[1]) if found else 0


def _last(series: str) -> int:
    """The last number of a series; of one that is new, the highest that a convention has."""
    taken = IAnnotations(api.portal.get()).get(KEY, {}).get(series)
    if taken is not None:
        return int(taken)
    catalog = api.portal.get_tool("portal_catalog")
    found = catalog.unrestrictedSearchResults(portal_type="Convention")
    return max((_read(series, brain.convention_reference) for brain in found), default=0)


def _keep_ahead(reference: str | None, year: int) -> None:
    series = _series(year)
    number = _read(series, reference) if series else 0
    if number and number > _last(series):
        notes = IAnnotations(api.portal.get())
        if KEY not in notes:
            notes[KEY] = OIBTree()
        notes[KEY][series] = number
