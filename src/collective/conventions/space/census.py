"""A full count from beginning to end, wherever it is asked for."""

from App.config import getConfiguration
from collections.abc import Callable
from collections.abc import Iterator
from collective.conventions import _
from collective.conventions import logger
from collective.conventions.clock import now
from collective.conventions.interfaces import Forbidden
from collective.conventions.space.count import settle
from collective.conventions.space.difference import Difference
from collective.conventions.space.limit import PERMISSION
from collective.conventions.space.walk import Walk
from pathlib import Path
from plone import api
from typing import Any
import transaction


#: An interrupted count that is older begins again: meanwhile the database may have been packed.
STALE = 24 * 60 * 60


def place_of(site: Any) -> Path:
    """The file of a count, which is there only while the count is under way."""
    home = Path(getConfiguration().clienthome)
    return home / "storage-count" / f"{site.getId()}.sqlite"


def count(
    site: Any, progress: Callable[[int], None] = lambda records: None
) -> Iterator[Difference]:
    """Count a space, mend its ledger and give every difference; commits as it goes.

    Stopped half-way, it goes on where it was when it is asked again.

    :param progress: told how many more records were read.
    :raises Forbidden: the current user is not of the maintenance team.
    """
    if not api.user.has_permission(PERMISSION, obj=site):
        raise Forbidden(_("Only the maintenance team counts a space."))
    transaction.begin()
    path = place_of(site)
    if path.exists() and now().timestamp() - path.stat().st_mtime > STALE:
        path.unlink()
    with Walk(path, site) as walk:
        for records in walk.run():
            progress(records)
        for one in settle(walk, site):
            logger.info(
                "%s: %s bytes were counted and %s found: %s (%s).",
                site.getId(),
                one.counted,
                one.found,
                one.why,
                ", ".join(one.holders) or "nobody",
            )
            yield one
    path.unlink()
