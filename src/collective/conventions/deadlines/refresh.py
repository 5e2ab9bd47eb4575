"""Keeping the index of deadlines good for the years to come.

Answers never depend on it (see ``search``), but what lies beyond the mark of an endless renewal has
to be computed for each question. Renewing the few records whose mark has come near keeps that rare.
"""

from collections.abc import Callable
from collections.abc import Iterable
from collective.conventions.deadlines.keys import COMPLETE
from collective.conventions.deadlines.keys import INDEX
from collective.conventions.listing.sets import index_of
from collective.conventions.terms.dates import plus
from dataclasses import dataclass
from datetime import date
from plone import api
from Products.CMFCore.indexing import processQueue
from typing import Any
from ZODB.POSException import ConflictError
import logging
import transaction


#: A mark nearer than this is renewed.
NEAR_YEARS = 3
#: So many records are renewed in one transaction.
PORTION = 100
#: How often a portion is tried that somebody else writes to at the same time.
TRIES = 3

Progress = Callable[[int, int], Any]
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Refreshed:
    """How many conventions were renewed, and the paths of those that could not be."""

    renewed: int
    failed: tuple[str, ...]


def silent(done: int, total: int) -> None:
    """Tell nobody how far the work is."""


def refresh(today: date, progress: Progress = silent) -> Refreshed:
    """Renew the conventions whose mark is nearer than ``NEAR_YEARS``; commits some at a time.

    :param progress: is told how many are done, and of how many.
    """
    near = plus(today, months=12 * NEAR_YEARS)
    due = records(f"{COMPLETE}|", f"{COMPLETE}|{near.isoformat()}")
    failed: list[str] = []
    for start in range(0, len(due), PORTION):
        portion = due[start : start + PORTION]
        failed += _committed(portion)
        progress(start + len(portion), len(due))
    return Refreshed(len(due) - len(failed), tuple(failed))


def reindex_supervised() -> int:
    """Renew what the delay of a supervisory authority touches; returns how many.

    The caller commits, together with the change of the delay.
    """
    due = records("supervision_until|", "supervision_until~")
    return len(due) - len(_renewed(due))


def records(least: str, most: str) -> list[int]:
    """The records with a key between two."""
    processQueue()
    found: set[int] = set()
    for one in index_of(INDEX)._index.values(least, most):
        found |= {one} if isinstance(one, int) else set(one)
    return sorted(found)


def _committed(portion: Iterable[int]) -> list[str]:
    """Renew and commit; the paths of what could not be renewed."""
    for attempt in range(TRIES):
        try:
            failed = _renewed(portion)
            transaction.commit()
        except ConflictError:
            transaction.abort()
            if attempt == TRIES - 1:
                raise
        else:
            break
    return failed


def _renewed(portion: Iterable[int]) -> list[str]:
    """Write the keys of each anew; one that is broken does not stop the others."""
    catalog = api.portal.get_tool("portal_catalog")
    failed: list[str] = []
    for record in portion:
        brain = catalog._catalog[record]
        try:
            convention = brain._unrestrictedGetObject()
            catalog.catalog_object(convention, brain.getPath(), [INDEX], update_metadata=False)
        except ConflictError:
            raise
        except Exception:
            logger.exception("The deadlines of %s could not be renewed.", brain.getPath())
            failed.append(brain.getPath())
    return failed
