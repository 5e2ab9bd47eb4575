"""The archives of all conventions of a space, one zip each; what is there is not made anew."""

from collections.abc import Iterator
from collective.conventions.documents.archive.writing import name_of
from collective.conventions.documents.archive.writing import write
from collective.conventions.journal.storage import find
from collective.conventions.progress import Failure
from collective.conventions.progress import Progress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from plone import api
from typing import Any
import json
import logging
import transaction


WORK = "archive"
#: What was archived last: the name of each zip, and the state of its convention at that time.
LEDGER = "archived.json"
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Archived:
    """What a run has done."""

    made: int = 0
    kept: int = 0
    failures: tuple[Failure, ...] = ()


def archive_all(
    folder: Path, language: str, today: date, progress: Progress | None = None
) -> Archived:
    """Write the archive of every convention of the present space into ``folder``.

    A run that was stopped goes on where it was: a convention whose journal says nothing new keeps
    the archive that is there. A zip has its name only when it is complete.
    """
    progress = progress or Progress()
    folder.mkdir(parents=True, exist_ok=True)
    ledger, failures, made, kept = _Ledger(folder / LEDGER), [], 0, 0
    found = list(_conventions())
    progress.begin(WORK, len(found))
    for record in found:
        if progress.stopped:
            break
        convention = record._unrestrictedGetObject()
        name = f"{name_of(convention)}.zip"
        try:
            if ledger.knows(convention, name):
                kept += 1
            else:
                _write(convention, folder / name, language, today)
                ledger.remember(convention, name)
                made += 1
            progress.done(WORK, convention.title)
        except Exception as error:
            logger.warning("%s could not be archived", convention.title, exc_info=True)
            failures.append(Failure(convention.title, str(error) or type(error).__name__))
            progress.failed(WORK, failures[-1])
        # Nothing is written into the database, and what was read is let go.
        transaction.abort()
        convention._p_jar.cacheMinimize()
    return Archived(made, kept, tuple(failures))


def _conventions() -> Iterator[Any]:
    catalog = api.portal.get_tool("portal_catalog")
    return iter(catalog.unrestrictedSearchResults(portal_type="Convention", sort_on="created"))


def _write(convention: Any, path: Path, language: str, today: date) -> None:
    unfinished = path.with_suffix(".part")
    with unfinished.open("wb") as stream:
        write(convention, stream, language, today)
    unfinished.replace(path)


class _Ledger:
    """Which state of each convention lies in a folder."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.known: dict[str, dict[str, str]] = (
            json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
        )

    def knows(self, convention: Any, name: str) -> bool:
        held = self.known.get(convention.UID())
        there = (self.path.parent / name).exists()
        return there and held == {"name": name, "state": _state(convention)}

    def remember(self, convention: Any, name: str) -> None:
        before = self.known.get(convention.UID(), {}).get("name", name)
        if before != name:
            (self.path.parent / before).unlink(missing_ok=True)
        self.known[convention.UID()] = {"name": name, "state": _state(convention)}
        unfinished = self.path.with_suffix(".part")
        unfinished.write_text(json.dumps(self.known, indent=2, sort_keys=True), encoding="utf-8")
        unfinished.replace(self.path)


def _state(convention: Any) -> str:
    """Changes with every change of a convention and of what lies in it."""
    journal = find(convention.UID())
    return journal.last_hash if journal is not None else ""
