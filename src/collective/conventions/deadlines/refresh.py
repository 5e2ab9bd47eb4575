"""Keeping the index of deadlines good for the years to come.

Answers never depend on it (see ``search``), but what lies beyond the mark of an endless renewal has
to be computed for each question. Renewing the few records whose mark has come near keeps that rare.
"""

from collective.conventions.committing import committed
from collective.conventions.deadlines.keys import COMPLETE
from collective.conventions.deadlines.keys import INDEX
from collective.conventions.listing.sets import index_of
from collective.conventions.progress import Failure
from collective.conventions.progress import Progress
from collective.conventions.terms.dates import plus
from dataclasses import dataclass
from datetime import date
from functools import partial
from plone import api
from Products.CMFCore.indexing import processQueue
from ZODB.POSException import ConflictError
import logging
import transaction


#: A mark nearer than this is renewed.
NEAR_YEARS = 3
#: So many records are renewed in one transaction.
PORTION = 100

WORK = "refresh"
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Refreshed:
    """How many conventions were renewed, and which ones could not be."""

    renewed: int = 0
    failures: tuple[Failure, ...] = ()


def refresh(today: date, progress: Progress | None = None) -> Refreshed:
    """Renew the conventions whose mark is nearer than ``NEAR_YEARS``; commits some at a time."""
    progress = progress or Progress()
    near = plus(today, months=12 * NEAR_YEARS)
    due = records(f"{COMPLETE}|", f"{COMPLETE}|{near.isoformat()}")
    progress.begin(WORK, len(due))
    renewed, failures = 0, []
    for start in range(0, len(due), PORTION):
        if progress.stopped:
            break
        done, failed = _tried(due[start : start + PORTION])
        for path in done:
            progress.done(WORK, path)
        for failure in failed:
            progress.failed(WORK, failure)
        renewed, failures = renewed + len(done), failures + failed
    return Refreshed(renewed, tuple(failures))


def reindex_supervised() -> int:
    """Renew what the delays of the supervisory authorities touch; returns how many."""
    renewed, _failures = _renewed(records("supervision_until|", "supervision_until~"))
    return len(renewed)


def records(least: str, most: str) -> list[int]:
    """The records with a key between two."""
    processQueue()
    found: set[int] = set()
    for one in index_of(INDEX)._index.values(least, most):
        found |= {one} if isinstance(one, int) else set(one)
    return sorted(found)


def _tried(portion: list[int]) -> tuple[list[str], list[Failure]]:
    """Renew and commit; what others keep writing to is left to the next run."""
    try:
        return committed(partial(_renewed, portion))
    except ConflictError as error:
        transaction.abort()
        paths = api.portal.get_tool("portal_catalog")._catalog.paths
        return [], [Failure(paths[record], str(error)) for record in portion]


def _renewed(portion: list[int]) -> tuple[list[str], list[Failure]]:
    """Write the keys of each anew; one that is broken does not stop the others."""
    catalog = api.portal.get_tool("portal_catalog")
    done: list[str] = []
    failed: list[Failure] = []
    for path in (catalog._catalog.paths[record] for record in portion):
        try:
            convention = api.portal.get().unrestrictedTraverse(path)
            catalog.catalog_object(convention, path, [INDEX], update_metadata=False)
            done.append(path)
        except ConflictError:
            raise
        except Exception as error:
            logger.warning("The deadlines of %s could not be renewed", path, exc_info=True)
            failed.append(Failure(path, str(error) or type(error).__name__))
    return done, failed
