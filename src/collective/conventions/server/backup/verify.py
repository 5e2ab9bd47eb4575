"""Verifying a copy: every file against its checksum, and every record and blob by opening it."""

from collections.abc import Iterator
from collective.conventions.progress import Progress
from collective.conventions.server.backup.copies import checksum
from collective.conventions.server.backup.copies import Copy
from collective.conventions.server.backup.copies import files
from collective.conventions.server.backup.copies import Manifest
from collective.conventions.server.backup.copies import stop_if_asked
from collective.conventions.server.backup.save import blob_path
from collective.conventions.server.backup.walk import walk
from contextlib import closing
from dataclasses import dataclass
from ZODB.blob import is_blob_record
from ZODB.FileStorage import FileStorage
from ZODB.utils import oid_repr
from ZODB.utils import z64


#: What can be wrong with a file, or with the database in it.
MISSING, ALTERED, UNLISTED, UNREADABLE = "missing", "altered", "unlisted", "unreadable"
#: A record refers to one, or to a blob, that is not there.
NO_RECORD, NO_BLOB = "no record", "no blob"
THOUSAND = 1000


@dataclass(frozen=True)
class Finding:
    """What is wrong, and with what."""

    kind: str
    about: str


@dataclass(frozen=True)
class Verified:
    """What a verification found."""

    copy: str
    until: str
    files: int
    records: int
    blobs: int
    #: Damage of the copy.
    findings: tuple[Finding, ...]
    #: Damage that the database had already: the copy is true to it.
    inherited: tuple[Finding, ...]


def verify(copy: Copy, progress: Progress | None = None) -> Verified:
    """Read every file of a copy, and walk through every record that can be reached.

    Nothing is written: a copy may lie on a medium that is read-only.

    :raises Conflict: it is no whole copy, or the work was stopped.
    """
    manifest, progress = copy.manifest, progress or Progress()
    sums = copy.sums() if copy.sums_file.is_file() else {}
    findings = list(_files(copy, manifest, sums, progress))
    records = Records(copy, manifest, sums)
    try:
        walked = list(records.walk(progress))
    except Exception as error:
        if progress.stopped:
            raise
        findings.append(Finding(UNREADABLE, f"{copy.data.name}: {error or type(error).__name__}"))
        walked = []
    intact = not findings
    # With every file as it was saved, what is lacking was lacking before.
    return Verified(
        copy.name,
        manifest.until,
        len(sums),
        records.count,
        records.blobs,
        tuple(findings if intact else findings + walked),
        tuple(walked if intact else ()),
    )


def _files(
    copy: Copy, manifest: Manifest, sums: dict[str, str], progress: Progress
) -> Iterator[Finding]:
    """What is wrong with the files."""
    if not sums or checksum(copy.sums_file) != manifest.checksum:
        yield Finding(ALTERED if sums else MISSING, copy.sums_file.name)
    work = "files"
    progress.begin(work, len(sums))
    for path, expected in sums.items():
        stop_if_asked(progress)
        file = copy.folder / path
        if not file.is_file():
            yield Finding(MISSING, path)
        elif checksum(file) != expected:
            yield Finding(ALTERED, path)
        progress.done(work, path)
    for file in files(copy.blobs):
        path = file.relative_to(copy.folder).as_posix()
        if path not in sums:
            yield Finding(UNLISTED, path)


class Records:
    """The records of a copy."""

    def __init__(self, copy: Copy, manifest: Manifest, sums: dict[str, str]) -> None:
        self.copy, self.manifest, self.sums = copy, manifest, sums
        self.count = self.blobs = 0

    def walk(self, progress: Progress) -> Iterator[Finding]:
        """What is referred to and not there, from the root of the database on."""
        work = "thousands of records"
        with closing(FileStorage(str(self.copy.data), read_only=True)) as storage:
            end = storage.lastTransaction().hex(), storage.getSize()
            if end != (self.manifest.tid, self.manifest.data_bytes):
                raise ValueError("it does not end with the last transaction that was saved")
            progress.begin(work, len(storage) // THOUSAND)
            for record in walk(storage.load, z64):
                self.count += 1
                if self.count % THOUSAND == 0:
                    stop_if_asked(progress)
                    progress.done(work, oid_repr(record.oid))
                if record.state is None:
                    about = f"{oid_repr(record.oid)}, from {oid_repr(record.parent)}"
                    yield Finding(NO_RECORD, about)
                elif is_blob_record(record.state):
                    self.blobs += 1
                    path = blob_path(record.oid, record.serial)
                    if path not in self.sums:
                        yield Finding(NO_BLOB, path)
