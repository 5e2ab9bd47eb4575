"""The database that a zope.conf names, read beside the server that writes it.

A ``FileStorage`` may be read by a second process while the first one writes: what is committed
never changes, and what is not yet committed lies behind it. A ZEO server hands out what it holds.
"""

from collections.abc import Callable
from collective.conventions.interfaces import Conflict
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from typing import BinaryIO
from ZConfig import ConfigurationError
from ZODB.FileStorage import FileStorage
from Zope2.Startup.options import ZopeWSGIOptions
import os
import ZODB.config


PORTION = 1 << 20

#: Is told of each portion that was copied.
Told = Callable[[], None]


@dataclass(frozen=True)
class Files:
    """A database on this machine: its two parts."""

    data: Path
    blobs: Path

    def opened(self) -> Any:
        """The database, for reading only; use it as a context."""
        return closing(FileStorage(str(self.data), read_only=True, blob_dir=str(self.blobs)))

    @property
    def portions(self) -> int:
        """How many portions ``copy_data`` tells of, about."""
        return self.data.stat().st_size // PORTION + 1

    def copy_data(self, target: Path, told: Told) -> None:
        """Copy byte by byte what is committed at this moment.

        The file is held open before its length is asked for: a pack puts another one in its place,
        and the length would not be that of the one we read.
        """
        while True:
            with self.data.open("rb") as file:
                with self.opened() as storage:
                    length = storage.getSize()
                if _is_still(file, self.data):
                    with target.open("wb") as copy:
                        portions(file, length, copy.write, told)
                    return


@dataclass(frozen=True)
class Server:
    """A database behind a ZEO server."""

    section: Any

    def opened(self) -> Any:
        """The database, for reading only; use it as a context."""
        return closing(self.section.open())

    @property
    def portions(self) -> int:
        """How many portions ``copy_data`` tells of: not known before."""
        return 0

    def copy_data(self, target: Path, told: Told) -> None:
        """Copy every transaction that is committed at this moment."""
        target.unlink(missing_ok=True)
        with self.opened() as storage, closing(FileStorage(str(target))) as copy:
            copy.copyTransactionsFrom(Until(storage, storage.lastTransaction(), told))
        for left in ("lock", "tmp", "index"):
            target.with_name(f"{target.name}.{left}").unlink(missing_ok=True)


class Until:
    """The transactions of a database up to one of them."""

    def __init__(self, storage: Any, last: bytes, told: Told) -> None:
        self.storage, self.last, self.told = storage, last, told

    def iterator(self) -> Any:
        """Each transaction, the oldest first."""
        for number, one in enumerate(self.storage.iterator(None, self.last)):
            yield one
            if number % 100 == 0:
                self.told()


Source = Files | Server


def source(conf: Path) -> Source:
    """The main database of a server.

    :raises Conflict: there is none, or one of a kind that brings tools of its own for copies.
    """
    section = _main(conf)
    if isinstance(section, ZODB.config.BlobStorage):
        inner = section.config.base
        if isinstance(inner, ZODB.config.FileStorage):
            return Files(Path(inner.config.path), Path(section.config.blob_dir))
    if isinstance(section, ZODB.config.FileStorage) and section.config.blob_dir:
        return Files(Path(section.config.path), Path(section.config.blob_dir))
    if isinstance(section, ZODB.config.ZEOClient) and section.config.blob_dir:
        section.config.read_only = True
        return Server(section)
    raise Conflict(
        "Only a FileStorage or a ZEO server, with a folder of blobs, can be copied. "
        "Please use the tools of your database for any other."
    )


def _main(conf: Path) -> Any:
    if not conf.is_file():
        raise Conflict(f"{conf} does not exist. Please name the zope.conf with --conf.")
    try:
        databases = ZopeWSGIOptions(str(conf.resolve()))().configroot.databases
    except ConfigurationError as error:
        raise Conflict(str(error)) from None
    for database in databases:
        if "/" in database.getVirtualMountPaths():
            return database.config.storage
    raise Conflict(f"{conf} names no database for the root of the server.")


def portions(file: BinaryIO, length: int, take: Callable[[bytes], Any], told: Told) -> str:
    """Read so many bytes of a file and hand them on; gives their checksum."""
    total = sha256()
    while length > 0 and (portion := file.read(min(PORTION, length))):
        total.update(portion)
        take(portion)
        length -= len(portion)
        told()
    return total.hexdigest()


def _is_still(file: BinaryIO, path: Path) -> bool:
    return os.path.samestat(os.fstat(file.fileno()), path.stat())
