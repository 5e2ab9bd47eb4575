"""Restored into an empty place, verified before; a living database needs an explicit word."""

from collective.conventions.interfaces import Conflict
from collective.conventions.progress import Progress
from collective.conventions.server.backup import restore as module
from collective.conventions.server.backup.restore import restore
from collective.conventions.server.backup.save import save
from collective.conventions.server.backup.source import Files
from storages import everything
from ZODB.DB import DB
from ZODB.FileStorage import FileStorage
import os
import pytest


@pytest.fixture
def copy(server, store):
    return save(server.place, store)


@pytest.fixture
def place(tmp_path):
    return Files(tmp_path / "new" / "filestorage" / "Data.fs", tmp_path / "new" / "blobstorage")


def left(place):
    """What lies around, but for the lock that any server leaves."""
    found = [*os.listdir(place.data.parent), *os.listdir(place.blobs.parent)]
    return sorted(name for name in found if not name.endswith((".lock", "filestorage")))


def test_what_was_saved_is_there_and_a_server_goes_on_with_it(server, copy, place):
    before = everything(server.place)
    found = restore(copy, place)
    assert (found.copy, found.findings) == (copy.name, ())
    assert everything(place) == before
    assert left(place) == ["Data.fs", "blobstorage"]
    database = DB(FileStorage(str(place.data), blob_dir=str(place.blobs)))
    with database.transaction() as connection, connection.root()["first"].open("w") as file:
        file.write(b"after")
    with database.transaction() as connection, connection.root()["first"].open() as file:
        assert file.read() == b"after"
    database.close()


def test_a_database_that_is_there_stays_there(server, copy):
    server.write("first", b"later")
    server.close()
    before = everything(server.place)
    with pytest.raises(Conflict, match="There is a database already"):
        restore(copy, server.place)
    assert everything(server.place) == before


def test_with_a_word_it_is_moved_aside_with_its_index(server, copy):
    server.write("first", b"later")
    server.close()
    before, saved = everything(server.place), everything(Files(copy.data, copy.blobs))
    restore(copy, server.place, replace=True)
    assert everything(server.place) == saved
    folder = server.place.data.parent
    (data,) = (path for path in folder.glob("Data.fs.before-*"))
    (blobs,) = folder.glob("blobs.before-*")
    assert everything(Files(data, blobs)) == before
    assert list(folder.glob("Data.fs.index.before-*")) and not (folder / "Data.fs.index").exists()


def test_never_under_a_server_that_runs(server, copy):
    with pytest.raises(Conflict, match="A server uses the database"):
        restore(copy, server.place, replace=True)


def test_a_damaged_copy_is_not_restored(server, copy, place):
    os.remove(next(copy.blobs.rglob("*.blob")))
    with pytest.raises(Conflict, match="damaged"):
        restore(copy, place)
    assert left(place) == []


def test_blobs_without_a_database_are_no_empty_place(copy, place):
    place.blobs.mkdir(parents=True)
    (place.blobs / "0x00").mkdir()
    with pytest.raises(Conflict, match="There is a database already"):
        restore(copy, place)


class Stopped(Progress):
    """Is asked to stop while it verifies what it has copied."""

    work = ""

    def begin(self, work, total):
        self.work = work

    @property
    def stopped(self):
        return self.work == "files"


def test_stopped_it_leaves_the_place_empty_and_can_be_tried_again(copy, place):
    with pytest.raises(Conflict, match="Stopped"):
        restore(copy, place, progress=Stopped())
    assert left(place) == []
    restore(copy, place)
    assert left(place) == ["Data.fs", "blobstorage"]


def test_stopped_between_the_two_renames_it_can_be_tried_again(copy, place, monkeypatch):
    def dying(folder):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(module, "settle", dying)
        with pytest.raises(KeyboardInterrupt):
            restore(copy, place)
    assert not place.data.exists()
    restore(copy, place, replace=True)
    assert everything(place) == everything(Files(copy.data, copy.blobs))
