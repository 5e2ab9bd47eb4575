"""Saving a database while people write: first the records up to a transaction, then their blobs.

In this order nothing can be missed: a blob is there before the transaction that refers to it is
committed, and it never changes. Only a pack takes blobs away; then the copy begins again.
"""

from collections.abc import Iterator
from collective.conventions.interfaces import Conflict
from collective.conventions.progress import Progress
from collective.conventions.server.backup.copies import checksum
from collective.conventions.server.backup.copies import copies
from collective.conventions.server.backup.copies import Copy
from collective.conventions.server.backup.copies import new_name
from collective.conventions.server.backup.copies import remove
from collective.conventions.server.backup.copies import settle
from collective.conventions.server.backup.copies import stop_if_asked
from collective.conventions.server.backup.source import portions
from collective.conventions.server.backup.source import Source
from contextlib import closing
from contextlib import contextmanager
from datetime import datetime
from datetime import UTC
from pathlib import Path
from typing import Any
from zc.lockfile import LockError
from zc.lockfile import LockFile
from ZODB.blob import BushyLayout
from ZODB.blob import FilesystemHelper
from ZODB.blob import is_blob_record
from ZODB.blob import set_not_writable
from ZODB.FileStorage import FileStorage
from ZODB.FileStorage.FileStorage import FileIterator
from ZODB.POSException import POSKeyError
from ZODB.TimeStamp import TimeStamp
from ZODB.utils import z64
import os


LAYOUT = BushyLayout()
TRIES = 2


def save(
    source: Source,
    store: Path,
    *,
    keep: int | None = None,
    afresh: bool = False,
    progress: Progress | None = None,
) -> Copy:
    """Make a copy in the folder ``store``, beside the former ones.

    A blob that the copy before has too is a second name (hard link) for the same file.

    :param keep: so many copies are kept, this one included; without it, all.
    :param afresh: read and copy every blob, whatever former copies have.
    :raises Conflict: somebody else saves into this folder, or the work was stopped.
    """
    store.mkdir(parents=True, exist_ok=True, mode=0o700)
    with _alone(store):
        for left in store.glob(".partial-*"):
            remove(left)
        name = new_name()
        former = copies(store)
        if former and former[-1].name >= name:
            raise Conflict(f"There is a later copy, of {former[-1].name}: is the clock right?")
        partial = Copy(store / f".partial-{name}")
        try:
            partial.folder.mkdir(mode=0o700)
            last = None if afresh or not former else former[-1]
            Saving(source, partial, last, progress or Progress()).run()
            partial.folder.rename(store / name)
        except BaseException:
            remove(partial.folder)
            raise
        settle(store)
        if keep is not None:
            thin_out(store, keep)
    return Copy(store / name)


def thin_out(store: Path, keep: int) -> None:
    """Remove all but the latest copies; the latest one always stays."""
    for old in copies(store)[: -max(keep, 1)]:
        # Under another name first: what is half removed is no copy any more.
        leaving = old.folder.rename(store / f".partial-{old.name}")
        remove(leaving)


class Saving:
    """One copy while it is made."""

    def __init__(self, source: Source, copy: Copy, former: Copy | None, progress: Progress) -> None:
        self.source, self.copy, self.former, self.progress = source, copy, former, progress
        self.known = former.sums() if former else {}
        self.sums: dict[str, str] = {}
        self.new = 0
        #: The last transaction that was saved.
        self.tid = z64

    def run(self) -> None:
        """Copy records and blobs, and seal the copy."""
        FilesystemHelper(str(self.copy.blobs)).create()
        for _attempt in range(TRIES):
            self._data()
            lacking = self._blobs()
            if not lacking:
                break
        blobs = [self.copy.folder / path for path in self.sums if path != self.copy.data.name]
        # Once for all files, not once for each of them.
        os.sync()
        self.copy.seal(
            self.sums,
            saved=datetime.now(UTC).isoformat(timespec="seconds"),
            until=datetime.fromtimestamp(TimeStamp(self.tid).timeTime(), UTC).isoformat(),
            tid=self.tid.hex(),
            data_bytes=self.copy.data.stat().st_size,
            blobs=len(blobs),
            blob_bytes=sum(path.stat().st_size for path in blobs),
            new_blobs=self.new,
            lacking=tuple(lacking),
        )
        settle(self.copy.folder)

    def _data(self) -> None:
        work = "data"
        self.progress.begin(work, self.source.portions)

        def told() -> None:
            stop_if_asked(self.progress)
            self.progress.done(work, self.copy.data.name)

        self.source.copy_data(self.copy.data, told)
        self.sums[self.copy.data.name] = checksum(self.copy.data)

    def _blobs(self) -> list[str]:
        """Copy every blob that a record of the copy refers to; gives those that are not there.

        That an old revision has lost its blob to a pack in between does no harm.
        """
        wanted = list(self._wanted())
        work = "blobs"
        self.progress.begin(work, len(wanted))
        missing = []
        with self.source.opened() as storage:
            for oid, tid in wanted:
                stop_if_asked(self.progress)
                path = blob_path(oid, tid)
                if path not in self.sums and not self._blob(storage, oid, tid, path):
                    missing.append((oid, tid, path))
                self.progress.done(work, path)
        if not missing:
            return []
        with closing(FileStorage(str(self.copy.data), read_only=True)) as storage:
            return [path for oid, tid, path in missing if _is_current(storage, oid, tid)]

    def _wanted(self) -> Iterator[tuple[bytes, bytes]]:
        """The record and transaction of every blob, those of old revisions too."""
        with closing(FileIterator(str(self.copy.data))) as transactions:
            for one in transactions:
                self.tid = one.tid
                for record in one:
                    if record.data is not None and is_blob_record(record.data):
                        yield record.oid, record.tid

    def _blob(self, storage: Any, oid: bytes, tid: bytes, path: str) -> bool:
        target = self.copy.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with open(storage.loadBlob(oid, tid), "rb") as file:
                length = os.fstat(file.fileno()).st_size
                if not self._linked(path, target, length):
                    self.new += 1
                    with target.open("wb") as made:
                        self.sums[path] = portions(file, length, made.write, lambda: None)
                    set_not_writable(str(target))
        except (POSKeyError, FileNotFoundError):
            return False
        return True

    def _linked(self, path: str, target: Path, length: int) -> bool:
        """Whether the copy before has the blob, and shares it."""
        if self.former is None or path not in self.known:
            return False
        try:
            there = self.former.folder / path
            if there.stat().st_size != length:
                return False
            target.hardlink_to(there)
        except OSError:
            # It was taken away, or the file system gives a file one name only.
            return False
        self.sums[path] = self.known[path]
        return True


def blob_path(oid: bytes, tid: bytes) -> str:
    """Where a blob lies below the folder of a copy."""
    return f"blobs/{LAYOUT.getBlobFilePath(oid, tid)}"


def _is_current(storage: Any, oid: bytes, tid: bytes) -> bool:
    try:
        return bool(storage.load(oid)[1] == tid)
    except POSKeyError:
        return False


@contextmanager
def _alone(store: Path) -> Iterator[None]:
    try:
        lock = LockFile(str(store / ".lock"))
    except LockError:
        raise Conflict(f"Another process saves into {store}.") from None
    try:
        yield
    finally:
        lock.close()
