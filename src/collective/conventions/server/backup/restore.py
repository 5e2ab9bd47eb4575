"""Restoring a copy: beside the place first, verified there, and then switched in by renaming."""

from collections.abc import Iterator
from collective.conventions.interfaces import Conflict
from collective.conventions.progress import Progress
from collective.conventions.server.backup.copies import Copy
from collective.conventions.server.backup.copies import remove
from collective.conventions.server.backup.copies import settle
from collective.conventions.server.backup.copies import stop_if_asked
from collective.conventions.server.backup.source import Files
from collective.conventions.server.backup.verify import Verified
from collective.conventions.server.backup.verify import verify
from contextlib import contextmanager
from datetime import datetime
from datetime import UTC
from pathlib import Path
from zc.lockfile import LockError
from zc.lockfile import LockFile
import dataclasses
import shutil


def restore(
    copy: Copy, place: Files, *, replace: bool = False, progress: Progress | None = None
) -> Verified:
    """Put the database and the blobs of a copy in their place.

    :param replace: there may be a database; it is moved aside and not removed.
    :raises Conflict: there is a database, a server uses it, or the copy is damaged.
    """
    progress = progress or Progress()
    for folder in (place.data.parent, place.blobs.parent):
        folder.mkdir(parents=True, exist_ok=True)
    if place.data.parent.stat().st_dev != place.blobs.parent.stat().st_dev:
        raise Conflict("The database and its blobs must lie on one file system, to be switched.")
    with _alone(place.data):
        if not replace and not _is_empty(place):
            raise Conflict(f"There is a database already: {place.data}, {place.blobs}.")
        staged = Copy(place.data.parent / ".restoring")
        remove(staged.folder)
        try:
            _bring(copy, staged, progress)
            verified = verify(staged, progress)
            if verified.findings:
                first = verified.findings[0]
                raise Conflict(
                    f"The copy is damaged ({first.kind}: {first.about}); nothing is restored."
                )
            _switch(staged, place)
        finally:
            remove(staged.folder)
    return dataclasses.replace(verified, copy=copy.name)


def _bring(copy: Copy, staged: Copy, progress: Progress) -> None:
    """Copy what the list of checksums names, and the list itself."""
    staged.blobs.mkdir(parents=True)
    names = [*copy.sums(), copy.sums_file.name, "manifest.json", "blobs/.layout"]
    work = "copying"
    progress.begin(work, len(names))
    for name in names:
        stop_if_asked(progress)
        if (copy.folder / name).is_file():
            target = staged.folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(copy.folder / name, target)
        progress.done(work, name)


def _switch(staged: Copy, place: Files) -> None:
    """Move aside what is there, and bring in the new: the blobs first.

    Without its blobs a database would be broken; blobs without one are only a place that is not
    empty, should the machine stop in between.
    """
    aside = f"before-{datetime.now(UTC):%Y%m%dT%H%M%SZ}"
    index = place.data.with_name(f"{place.data.name}.index")
    for old in (place.data, place.blobs, index):
        if old.exists():
            old.rename(old.with_name(f"{old.name}.{aside}"))
    staged.blobs.rename(place.blobs)
    settle(place.blobs.parent)
    staged.data.rename(place.data)
    settle(place.data.parent)


def _is_empty(place: Files) -> bool:
    return not place.data.exists() and not _holds(place.blobs)


def _holds(folder: Path) -> bool:
    return folder.is_dir() and any(one.name not in (".layout", "tmp") for one in folder.iterdir())


@contextmanager
def _alone(data: Path) -> Iterator[None]:
    """Hold the database, as a server would."""
    path = f"{data}.lock"
    try:
        lock = LockFile(path)
    except LockError:
        raise Conflict("A server uses the database. Please stop it first.") from None
    try:
        yield
    finally:
        lock.close()
