"""Every record that can be reached from a space, as the database stood at one moment.

What was found lies in a file and not in memory, so a large space needs no more memory than a small
one, and a walk that was interrupted goes on where it stopped, at the same moment. Records are read
from the storage; no object is made, and nobody who works meanwhile is in the way.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from ZODB.blob import is_blob_record
from ZODB.POSException import POSKeyError
from ZODB.serialize import referencesf
from ZODB.utils import p64
from ZODB.utils import u64
import sqlite3


PORTION = 1000
TABLES = """
    CREATE TABLE IF NOT EXISTS start (site INTEGER, before INTEGER);
    CREATE TABLE IF NOT EXISTS record (
        oid INTEGER PRIMARY KEY, read INTEGER DEFAULT 0, octets INTEGER, blob INTEGER);
    CREATE INDEX IF NOT EXISTS waiting ON record (oid) WHERE read = 0;
    CREATE TABLE IF NOT EXISTS edge (child INTEGER, parent INTEGER);
"""
Row = tuple[Any, ...]


class Walk:
    """A walk through one space; use it as a context, for it holds a file open."""

    def __init__(self, path: Path, site: Any) -> None:
        self.path = path
        self.storage = site._p_jar.db().storage
        self.site = u64(site._p_oid)
        #: What is known to hang on the space; forgotten with each portion that is mended.
        self.reached: set[int] = set()
        root = site.__parent__
        #: The root of the server and what else lies there: other spaces, its users.
        self.beyond = {u64(thing._p_oid) for thing in (root, *root.objectValues())} - {self.site}

    def __enter__(self) -> "Walk":
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.file = sqlite3.connect(self.path)
        # A file that a crash has spoilt is walked again; there is no need to wait for the disk.
        self.file.execute("PRAGMA synchronous = OFF")
        self.file.executescript(TABLES)
        self._start()
        return self

    def __exit__(self, *raised: Any) -> None:
        self.file.close()

    @property
    def before(self) -> int:
        """The moment: of each record the last state that is older."""
        return int(self._started()[1])

    def _started(self) -> Any:
        return self.file.execute("SELECT site, before FROM start").fetchone()

    def _start(self) -> None:
        """Go on at the moment of an interrupted walk, unless it was through another database."""
        last = u64(self.storage.lastTransaction())
        started = self._started()
        if started and started[0] == self.site and started[1] <= last + 1:
            return
        with self.file:
            for table in ("start", "record", "edge"):
                self.file.execute(f"DELETE FROM {table}")
            self.file.execute("INSERT INTO start VALUES (?, ?)", (self.site, last + 1))
            self.file.execute("INSERT INTO record (oid) VALUES (?)", (self.site,))

    def run(self) -> Iterator[int]:
        """Walk to the end; gives the number of records of each portion, and is safe to stop."""
        before = p64(self.before)
        waiting = "SELECT oid FROM record WHERE read = 0 LIMIT ?"
        while oids := [oid for (oid,) in self.file.execute(waiting, (PORTION,))]:
            rows, edges = [], []
            for oid in oids:
                size, blob, children = self._read(oid, before)
                rows.append((size, blob, oid))
                edges += [(child, oid) for child in children - self.beyond]
            with self.file:
                self.file.executemany(
                    "UPDATE record SET read = 1, octets = ?, blob = ? WHERE oid = ?", rows
                )
                self.file.executemany("INSERT INTO edge VALUES (?, ?)", edges)
                self.file.executemany(
                    "INSERT OR IGNORE INTO record (oid) VALUES (?)",
                    ((child,) for child, _parent in edges),
                )
            yield len(oids)
        self.file.execute("CREATE INDEX IF NOT EXISTS parents ON edge (child, parent)")

    def _read(self, oid: int, before: bytes) -> tuple[int, int | None, set[int]]:
        """The size of a record, that of its file if it is a blob, and what it refers to."""
        try:
            state, serial = self._load(p64(oid), before)
        except POSKeyError:
            # A reference to what was packed away, as an aborted import leaves.
            return 0, None, set()
        blob = None
        if is_blob_record(state):
            blob = 0
            with suppress(POSKeyError):
                blob = Path(self.storage.loadBlob(p64(oid), serial)).stat().st_size
        return len(state), blob, {u64(child) for child in referencesf(state)}

    def _load(self, oid: bytes, before: bytes) -> tuple[bytes, bytes]:
        found = self.storage.loadBefore(oid, before)
        if found is None:
            # A storage without history knows the present only.
            state, serial = self.storage.load(oid)
            return state, serial
        return found[0], found[1]

    def blobs(self) -> Iterator[tuple[int, int]]:
        """Each blob that is not empty with its bytes, by number."""
        found = self.file.execute("SELECT oid, blob FROM record WHERE blob > 0 ORDER BY oid")
        return iter(found)

    def parents(self, oid: int) -> list[int]:
        """The records that refer to one."""
        found = self.file.execute("SELECT DISTINCT parent FROM edge WHERE child = ?", (oid,))
        return [parent for (parent,) in found]

    def reaches(self, oid: int) -> bool:
        """Whether a record still hangs on the space now, on a way that was there at the moment."""
        came_from: dict[int, int | None] = {oid: None}
        waiting = [oid]
        while waiting:
            child = waiting.pop()
            if child == self.site or child in self.reached:
                while child is not None:
                    self.reached.add(child)
                    child = came_from[child]
                return True
            for parent in self.parents(child):
                if parent not in came_from and self._refers(parent, child):
                    came_from[parent] = child
                    waiting.append(parent)
        return False

    def _refers(self, parent: int, child: int) -> bool:
        try:
            state, _serial = self.storage.load(p64(parent))
        except POSKeyError:
            return False
        return p64(child) in referencesf(state)

    def sums(self) -> dict[str, int]:
        """How many records and blobs there are, and their bytes."""
        row = self.file.execute(
            "SELECT COUNT(*), COALESCE(SUM(octets), 0), COUNT(NULLIF(blob, 0)),"
            " COALESCE(SUM(blob), 0) FROM record"
        ).fetchone()
        names = ("records", "record_bytes", "blobs", "blob_bytes")
        return dict(zip(names, row, strict=True))
