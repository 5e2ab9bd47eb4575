"""Whatever is done to a copy is found; and a copy of a damaged database says whose damage it is."""

from collective.conventions.interfaces import Conflict
from collective.conventions.server.backup.copies import checksum
from collective.conventions.server.backup.copies import named
from collective.conventions.server.backup.save import save
from collective.conventions.server.backup.verify import verify
import json
import os
import pytest
import stat


@pytest.fixture
def copy(server, store):
    return save(server.place, store)


def blob_of(copy):
    return next(copy.blobs.rglob("*.blob"))


def overwrite(path, data):
    path.chmod(0o600)
    path.write_bytes(data)


def kinds(copy):
    return [(one.kind, one.about.split(":")[0]) for one in verify(copy).findings]


def test_a_good_copy_is_told_in_numbers(copy):
    found = verify(copy)
    # The root and two blobs are in use; of one there is an old version, too.
    assert (found.files, found.records, found.blobs) == (4, 3, 2)
    assert found.findings == found.inherited == ()


def test_an_altered_blob(copy):
    blob = blob_of(copy)
    overwrite(blob, blob.read_bytes()[::-1])
    assert kinds(copy) == [("altered", str(blob.relative_to(copy.folder)))]


def test_a_missing_blob(copy):
    blob = blob_of(copy)
    os.remove(blob)
    assert kinds(copy) == [("missing", str(blob.relative_to(copy.folder)))]


def test_a_blob_that_nobody_has_saved(copy):
    added = copy.blobs / "added.blob"
    added.write_bytes(b"")
    assert kinds(copy) == [("unlisted", "blobs/added.blob")]


def test_an_altered_record(copy):
    data = copy.data.read_bytes()
    overwrite(copy.data, data.replace(b"one again", b"one aGain"))
    assert kinds(copy) == [("altered", "Data.fs")]


def test_a_database_that_is_cut_off(copy):
    overwrite(copy.data, copy.data.read_bytes()[:-20])
    assert kinds(copy) == [("altered", "Data.fs"), ("unreadable", "Data.fs")]


def test_a_database_that_is_none(copy):
    overwrite(copy.data, b"nothing")
    assert kinds(copy) == [("altered", "Data.fs"), ("unreadable", "Data.fs")]


def test_a_missing_database(copy):
    os.remove(copy.data)
    assert kinds(copy) == [("missing", "Data.fs"), ("unreadable", "Data.fs")]


def test_checksums_that_were_written_anew(copy):
    """Who alters a blob and its checksum has to alter the manifest as well."""
    blob = blob_of(copy)
    before = checksum(blob)
    overwrite(blob, b"other")
    overwrite(
        copy.sums_file,
        copy.sums_file.read_bytes().replace(before.encode(), checksum(blob).encode()),
    )
    assert kinds(copy) == [("altered", "SHA256SUMS")]


def test_a_missing_list_of_checksums(copy):
    os.remove(copy.sums_file)
    assert ("missing", "SHA256SUMS") in kinds(copy)


def test_without_a_manifest_it_is_no_copy(copy, store):
    os.remove(copy.folder / "manifest.json")
    with pytest.raises(Conflict, match="no whole copy"):
        verify(copy)
    with pytest.raises(Conflict, match="no copy"):
        named(store)


def test_a_manifest_of_a_later_version(copy):
    path = copy.folder / "manifest.json"
    path.write_text(json.dumps({**json.loads(path.read_text()), "format": 2}))
    with pytest.raises(Conflict, match="later version"):
        verify(copy)


def test_nothing_is_written(copy):
    def seen():
        found = [copy.folder, *copy.folder.rglob("*")]
        return {
            path: (path.stat().st_mtime_ns, stat.S_IMODE(path.stat().st_mode)) for path in found
        }

    before = seen()
    verify(copy)
    assert seen() == before
