"""Exporting one space: all that can be reached from it, and nothing that belongs to others."""

from collections.abc import Iterator
from collective.conventions.interfaces import Conflict
from collective.conventions.progress import Progress
from collective.conventions.server.backup.copies import stop_if_asked
from collective.conventions.server.backup.facts import facts
from collective.conventions.server.backup.facts import versions
from collective.conventions.server.backup.parcel import Label
from collective.conventions.server.backup.parcel import RECORDS
from collective.conventions.server.backup.parcel import Summing
from collective.conventions.server.backup.parcel import write_label
from collective.conventions.server.backup.source import portions
from collective.conventions.server.backup.walk import Record
from collective.conventions.server.backup.walk import walk
from collective.conventions.server.register import entry
from contextlib import contextmanager
from dataclasses import asdict
from datetime import datetime
from datetime import UTC
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED
from zipfile import ZipFile
from ZODB.blob import is_blob_record
from ZODB.DB import DB
from ZODB.ExportImport import blob_begin_marker
from ZODB.ExportImport import export_end_marker
from ZODB.POSException import POSKeyError
from ZODB.utils import oid_repr
from ZODB.utils import p64
from zodbpickle.fastpickle import Unpickler
import os


HUNDRED = 100

#: What the pickle of a weak reference has in it, and that of many a text.
WEAK = b"\x01\x00\x00\x00w"


@contextmanager
def reading(storage: Any) -> Iterator[Any]:
    """The root of the server in a storage, as it is at this moment; nothing can be written."""
    database = DB(storage)
    connection = database.open()
    try:
        yield connection.root()["Application"]
    finally:
        connection.close()
        database.close()


def export(app: Any, space_id: str, target: Path, progress: Progress | None = None) -> Label:
    """Write a space into one file, as it is at the moment at which ``app`` was opened.

    The file appears when it is whole, readable by its owner only: it holds all that the space
    knows, its passwords' hashes too.

    :raises Conflict: there is no such space, something in it leads out of it, the file is there
        already, or the work was stopped.
    """
    space = app._getOb(space_id, None)
    if getattr(space, "portal_type", None) != "Plone Site":
        raise Conflict(f"There is no space “{space_id}”.")
    if target.exists():
        raise Conflict(f"{target} exists already.")
    partial = target.with_name(f".partial-{target.name}")
    partial.unlink(missing_ok=True)
    try:
        with (
            os.fdopen(os.open(partial, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600), "w+b") as file,
            ZipFile(file, "w", ZIP_STORED) as archive,
        ):
            label = _pack(app, space, archive, progress or Progress())
        with partial.open("rb") as file:
            os.fsync(file.fileno())
        partial.rename(target)
    finally:
        partial.unlink(missing_ok=True)
    return label


def _pack(app: Any, space: Any, archive: ZipFile, progress: Progress) -> Label:
    known = entry(app, space.id)
    told = {
        "id": space.id,
        "title": space.title,
        "exported": datetime.now(UTC).isoformat(timespec="seconds"),
        "tid": app._p_jar.db().lastTransaction().hex(),
        "facts": facts(space),
        "versions": versions(space),
        "register": asdict(known) if known else None,
    }
    with archive.open(RECORDS, "w", force_zip64=True) as file:
        packing = Packing(app, space, Summing(file), progress)
        packing.run()
    label = Label(
        **told,
        records=packing.records,
        blobs=packing.blobs,
        lacking=tuple(packing.lacking),
        checksum=packing.file.sum.hexdigest(),
    )
    write_label(archive, label)
    return label


class Packing:
    """The records of a space on their way into a file."""

    def __init__(self, app: Any, space: Any, file: Summing, progress: Progress) -> None:
        self.storage, self.space, self.file = app._p_jar._storage, space, file
        self.progress = progress
        #: Whatever a space must not lead to: the root, its users, the other spaces.
        around = [app, *(app._getOb(name) for name in app.objectIds())]
        self.beyond = {one._p_oid for one in around} - {space._p_oid}
        self.records = self.blobs = 0
        self.lacking: list[str] = []

    def run(self) -> None:
        """Write every record, each blob behind its own."""
        work = "hundreds of records"
        self.progress.begin(work, 0)
        self.file.write(b"ZEXP")
        for record in walk(self.storage.load, self.space._p_oid):
            if record.oid in self.beyond:
                raise Conflict(
                    f"Record {oid_repr(record.parent)} leads out of the space: not exported."
                )
            self._write(record)
            if self.records % HUNDRED == 0:
                stop_if_asked(self.progress)
                self.progress.done(work, oid_repr(record.oid))
        self.file.write(export_end_marker)

    def _write(self, record: Record) -> None:
        if record.state is None:
            self.lacking.append(oid_repr(record.oid))
            return
        if has_weak_reference(record.state):
            raise Conflict(
                f"Record {oid_repr(record.oid)} holds a weak reference, which cannot be moved."
            )
        head = record.oid + p64(len(record.state)) + record.state
        if not is_blob_record(record.state):
            self.file.write(head)
        elif not self._write_blob(record, head):
            self.lacking.append(f"blob {oid_repr(record.oid)}")
            return
        self.records += 1

    def _write_blob(self, record: Record, head: bytes) -> bool:
        """Write the record of a blob with its file; tell whether that is there."""
        try:
            with open(self.storage.loadBlob(record.oid, record.serial), "rb") as blob:
                length = os.fstat(blob.fileno()).st_size
                self.file.write(head + blob_begin_marker + p64(length))
                portions(blob, length, self.file.write, lambda: stop_if_asked(self.progress))
        except (POSKeyError, FileNotFoundError):
            return False
        self.blobs += 1
        return True


def has_weak_reference(state: bytes) -> bool:
    """Whether a record refers to another one without keeping it: an import cannot follow that."""
    if WEAK not in state:
        return False
    found: list[Any] = []
    # Class and content are two pickles; no object is made of either.
    unpickler = Unpickler(BytesIO(state))
    unpickler.persistent_load = found.append
    unpickler.noload()
    unpickler.noload()
    return any(isinstance(one, list) and one[:1] == ["w"] for one in found)
