"""How long a server takes to save, verify and restore: records and blobs, without Plone.

``python bench/backup.py --megabytes 500`` makes a database of which half is records of the size of
those of a convention, and half blobs of the size of an annex, in a temporary folder.
"""

from argparse import ArgumentParser
from collections.abc import Callable
from collective.conventions.server.backup.copies import named
from collective.conventions.server.backup.restore import restore
from collective.conventions.server.backup.save import save
from collective.conventions.server.backup.source import Files
from collective.conventions.server.backup.verify import verify
from pathlib import Path
from persistent.mapping import PersistentMapping
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any
from ZODB.blob import Blob
from ZODB.DB import DB
from ZODB.FileStorage import FileStorage
import os


#: Of a record in a real space, about; and of an annex.
RECORD, ANNEX = 400, 200_000
MEGABYTE = 1_000_000


def fill(database: DB, megabytes: int) -> None:
    """Write so much, half of it records and half of it blobs, megabyte by megabyte."""
    for number in range(megabytes):
        with database.transaction() as connection:
            part = connection.root()[f"part {number}"] = PersistentMapping()
            if number % 2:
                for record in range(MEGABYTE // RECORD):
                    part[record] = PersistentMapping(text=os.urandom(RECORD // 2).hex()[:300])
            else:
                for annex in range(MEGABYTE // ANNEX):
                    part[annex] = Blob(os.urandom(ANNEX))


def seconds(work: Callable[[], Any]) -> float:
    """How long something takes."""
    started = perf_counter()
    work()
    return perf_counter() - started


def measure(home: Path, megabytes: int) -> dict[str, float]:
    """The seconds of each work."""
    place = Files(home / "Data.fs", home / "blobs")
    database = DB(FileStorage(str(place.data), blob_dir=str(place.blobs)))
    fill(database, megabytes)
    store, there = home / "copies", Files(home / "new" / "Data.fs", home / "new" / "blobs")
    times = {
        "save, the first time": seconds(lambda: save(place, store)),
        "save, nothing new": seconds(lambda: save(place, store)),
        "verify": seconds(lambda: verify(named(store))),
        "restore, verified": seconds(lambda: restore(named(store), there)),
    }
    database.close()
    return times


def main() -> None:
    """Measure, and print a line for each work."""
    parser = ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--megabytes", type=int, default=500, help="default: %(default)s")
    megabytes = parser.parse_args().megabytes
    with TemporaryDirectory() as folder:
        times = measure(Path(folder), megabytes)
    print("| Work | s | s per GB |\n| --- | ---: | ---: |")
    for work, time in times.items():
        print(f"| {work} | {time:.1f} | {time * 1000 / megabytes:.1f} |")


if __name__ == "__main__":
    main()
