"""Which database a zope.conf names; one behind a ZEO server is copied through it."""

from collective.conventions.interfaces import Conflict
from collective.conventions.server.backup.save import save
from collective.conventions.server.backup.source import Files
from collective.conventions.server.backup.source import Server
from collective.conventions.server.backup.source import source
from collective.conventions.server.backup.verify import verify
from contextlib import closing
from storages import everything
from storages import Server as Writer
import pytest
import transaction
import ZEO


FILES = "<filestorage>\n path {home}/Data.fs\n {inside}\n</filestorage>"
WRAPPED = "<blobstorage>\n blob-dir {home}/blobs\n" + FILES + "\n</blobstorage>"
CLIENT = """
<zeoclient>
  server {host}:{port}
  blob-dir {home}/{blobs}
  shared-blob-dir {shared}
</zeoclient>
"""


@pytest.fixture
def conf(tmp_path):
    """A function that writes a zope.conf with a database."""

    def write(storage, mount="/", **values):
        (tmp_path / "server").mkdir(exist_ok=True)
        values = {"home": tmp_path / "server", "inside": "", **values}
        path = tmp_path / "zope.conf"
        inside = storage.format(**values)
        path.write_text(
            f"instancehome {tmp_path}\n<zodb_db main>\n mount-point {mount}\n{inside}\n</zodb_db>\n"
        )
        return path

    return write


@pytest.mark.parametrize("storage", [WRAPPED, FILES.replace("{inside}", "blob-dir {home}/blobs")])
def test_files_on_this_machine(conf, storage, tmp_path):
    home = tmp_path / "server"
    assert source(conf(storage)) == Files(home / "Data.fs", home / "blobs")


@pytest.mark.parametrize(
    "storage", [FILES, "<mappingstorage>\n</mappingstorage>", "<demostorage>\n</demostorage>"]
)
def test_others_are_refused(conf, storage):
    with pytest.raises(Conflict, match="Only a FileStorage or a ZEO server"):
        source(conf(storage))


def test_a_conf_without_a_root_or_no_conf_at_all(conf, tmp_path):
    with pytest.raises(Conflict, match="no database for the root"):
        source(conf(WRAPPED, mount="/elsewhere"))
    with pytest.raises(Conflict, match="does not exist"):
        source(tmp_path / "none.conf")
    with pytest.raises(Conflict, match="The directory named"):
        source(conf(WRAPPED, home=tmp_path / "nowhere"))


@pytest.fixture
def zeo(tmp_path):
    """The address of a ZEO server of a database with a little in it."""
    home = tmp_path / "server"
    writer = Writer(home)
    writer.write("first", b"one")
    writer.write("first", b"one again")
    writer.close()
    address, stop = ZEO.server(
        storage_conf=f"<filestorage>\n path {home}/Data.fs\n blob-dir {home}/blobs\n</filestorage>"
    )
    yield address
    transaction.abort()
    stop()


@pytest.mark.parametrize(("blobs", "shared"), [("blobs", "on"), ("cache", "off")])
def test_through_a_zeo_server_while_another_client_writes(
    zeo, conf, store, tmp_path, blobs, shared
):
    host, port = zeo
    found = source(conf(CLIENT, host=host, port=port, blobs=blobs, shared=shared))
    assert isinstance(found, Server)
    with closing(ZEO.DB(zeo, blob_dir=str(tmp_path / "writer"))) as database:
        with database.transaction() as connection:
            connection.root()["last"] = "written by a client"
        copy = save(found, store)
        with database.transaction() as connection:
            connection.root()["last"] = "after"
    assert verify(copy).findings == verify(copy).inherited == ()
    home = tmp_path / "server"
    until = bytes.fromhex(copy.manifest.tid)
    expected = everything(Files(home / "Data.fs", home / "blobs"), until)
    assert everything(Files(copy.data, copy.blobs)) == expected
    assert sorted(path.name for path in copy.folder.iterdir()) == [
        "Data.fs",
        "SHA256SUMS",
        "blobs",
        "manifest.json",
    ]
    second = save(found, store)
    assert (second.manifest.blobs, second.manifest.new_blobs) == (2, 0)
