"""Saved while somebody writes, whole or not at all, and no blob twice."""

from collective.conventions.interfaces import Conflict
from collective.conventions.progress import Progress
from collective.conventions.server.backup.copies import copies
from collective.conventions.server.backup.copies import named
from collective.conventions.server.backup.save import save
from collective.conventions.server.backup.source import Files
from collective.conventions.server.backup.verify import verify
from storages import everything
from threading import Event
from threading import Thread
from zc.lockfile import LockFile
import os
import pytest
import subprocess
import time


def place_of(copy):
    return Files(copy.data, copy.blobs)


def files_of(copy):
    return list(copy.blobs.rglob("*.blob"))


def test_a_copy_has_every_record_and_blob_with_their_history(server, store):
    copy = save(server.place, store)
    manifest = copy.manifest
    assert (manifest.blobs, manifest.new_blobs, manifest.lacking) == (3, 3, ())
    assert manifest.tid == server.db.lastTransaction().hex()
    assert manifest.blob_bytes == len(b"onetwoone again")
    assert everything(place_of(copy)) == everything(server.place)
    assert verify(copy).findings == ()


def test_while_somebody_writes_the_copy_is_as_of_one_transaction(server, store):
    enough, begun = Event(), Event()

    def writing():
        number = 0
        while not enough.is_set():
            number += 1
            server.write(f"blob {number % 20}", b"%d" % number * 1000)
            if number == 20:
                begun.set()

    writer = Thread(target=writing)
    writer.start()
    try:
        begun.wait()
        made = [save(server.place, store) for _number in range(3)]
    finally:
        enough.set()
        writer.join()
    last = [copy.manifest.tid for copy in made]
    assert last == sorted(set(last))
    assert bytes.fromhex(last[-1]) < server.db.lastTransaction()
    for copy in made:
        assert verify(copy).findings == ()
        until = bytes.fromhex(copy.manifest.tid)
        assert everything(place_of(copy)) == everything(server.place, until)


def test_what_is_not_committed_is_not_saved(server, store):
    connection = server.db.open()
    connection.root()["open"] = "not yet"
    copy = save(server.place, store)
    connection.transaction_manager.abort()
    connection.close()
    assert b"not yet" not in copy.data.read_bytes()


def test_a_blob_that_the_former_copy_has_is_shared(server, store):
    first = save(server.place, store)
    server.write("third", b"three")
    second = save(server.place, store)
    assert (second.manifest.blobs, second.manifest.new_blobs) == (4, 1)
    inodes = {file.stat().st_ino for copy in (first, second) for file in files_of(copy)}
    assert len(inodes) == 4
    afresh = save(server.place, store, afresh=True)
    assert afresh.manifest.new_blobs == 4
    assert inodes.isdisjoint(file.stat().st_ino for file in files_of(afresh))


def test_a_blob_of_another_size_is_not_shared(server, store):
    first = save(server.place, store)
    spoilt = files_of(first)[0]
    spoilt.chmod(0o600)
    spoilt.write_bytes(b"")
    assert save(server.place, store).manifest.new_blobs == 1


def test_so_many_copies_are_kept(server, store):
    made = [save(server.place, store, keep=2) for _number in range(4)]
    assert copies(store) == made[-2:]
    assert named(store) == made[-1]
    assert sorted(os.listdir(store)) == [".lock", *(copy.name for copy in made[-2:])]
    # The files that the removed ones shared are still there.
    assert verify(made[-1]).findings == ()


class Broken(Progress):
    """Breaks in the middle of the blobs."""

    def __init__(self):
        self.work = ""

    def begin(self, work, total):
        self.work = work

    def done(self, work, about):
        if work == "blobs":
            raise KeyboardInterrupt


class Stopped(Broken):
    """Is asked to stop in the middle of the blobs."""

    def done(self, work, about):
        """It goes on until it is asked."""

    @property
    def stopped(self):
        return self.work == "blobs"


@pytest.mark.parametrize(("how", "error"), [(Broken, KeyboardInterrupt), (Stopped, Conflict)])
def test_an_interrupted_save_leaves_the_former_copies(server, store, how, error):
    first = save(server.place, store)
    server.write("third", b"three")
    with pytest.raises(error):
        save(server.place, store, keep=1, progress=how())
    assert copies(store) == [first]
    assert verify(first).findings == ()
    again = save(server.place, store, keep=1)
    assert copies(store) == [again]


def test_what_a_killed_save_has_left_is_no_copy_and_is_cleared(server, store):
    first = save(server.place, store)
    left = store / ".partial-20200101T000000.000Z"
    left.mkdir()
    (left / "manifest.json").write_text("{}")
    half = store / "20990101T000000.000Z"
    half.mkdir()
    assert copies(store) == [first]
    second = save(server.place, store)
    assert copies(store) == [first, second]
    assert not left.exists()


def test_two_do_not_save_into_one_folder(server, store):
    store.mkdir()
    lock = LockFile(str(store / ".lock"))
    with pytest.raises(Conflict, match="Another process"):
        save(server.place, store)
    lock.close()


def test_a_copy_is_for_its_owner_only(server, store):
    copy = save(server.place, store)
    assert {folder.stat().st_mode & 0o077 for folder in (store, copy.folder)} == {0}


def test_a_blob_that_the_database_lacks_is_told_and_the_rest_is_saved(server, store):
    os.remove(server.blob_file("second"))
    copy = save(server.place, store)
    assert len(copy.manifest.lacking) == 1
    found = verify(copy)
    assert found.findings == ()
    assert [one.kind for one in found.inherited] == ["no blob"]


class Packing:
    """A server that packs between the records and the blobs, the first time."""

    def __init__(self, server):
        self.server, self.times = server, 0

    def __getattr__(self, name):
        return getattr(self.server.place, name)

    def copy_data(self, target, told):
        self.server.place.copy_data(target, told)
        self.times += 1
        if self.times == 1:
            self.server.write("first", b"a third time")
            self.server.db.pack(time.time() + 1)


def test_a_pack_in_between_has_it_begin_again(server, store):
    source = Packing(server)
    copy = save(source, store)
    assert (source.times, copy.manifest.lacking) == (2, ())
    assert verify(copy).findings == verify(copy).inherited == ()


def test_sha256sum_reads_the_list_of_checksums(server, store):
    copy = save(server.place, store)
    run = subprocess.run(
        ["sha256sum", "--check", "--quiet", "SHA256SUMS"], cwd=copy.folder, capture_output=True
    )
    assert (run.returncode, run.stdout) == (0, b"")
