"""A database with blobs as a server has it, open for writing; no Plone is needed."""

from collective.conventions.server.backup.source import Files
from contextlib import closing
from ZODB.blob import Blob
from ZODB.blob import is_blob_record
from ZODB.DB import DB
from ZODB.FileStorage import FileStorage
from ZODB.FileStorage.FileStorage import FileIterator


class Server:
    """What a server does: it holds the database, and writes."""

    def __init__(self, home):
        home.mkdir()
        self.place = Files(home / "Data.fs", home / "blobs")
        self.db = DB(FileStorage(str(self.place.data), blob_dir=str(self.place.blobs)))

    def write(self, name, data):
        """Store a blob, or another version of it, and one record that has the same text."""
        with self.db.transaction() as connection:
            if name not in connection.root():
                connection.root()[name] = Blob()
            with connection.root()[name].open("w") as file:
                file.write(data)
            connection.root()["last"] = data

    def blob_file(self, name):
        with self.db.transaction() as connection:
            return connection.root()[name].committed()

    def close(self):
        self.db.close()


def everything(place, until=None):
    """Each record of each transaction up to one, and each file of blobs."""
    found = []
    with place.opened() as storage, closing(FileIterator(str(place.data), stop=until)) as all_of_it:
        for one in all_of_it:
            for record in one:
                blob = None
                if record.data and is_blob_record(record.data):
                    with open(storage.loadBlob(record.oid, record.tid), "rb") as file:
                        blob = file.read()
                found.append((record.oid, record.tid, record.data, blob))
    return found


def place_of(home):
    """Where an instance has its database."""
    return Files(home / "filestorage" / "Data.fs", home / "blobstorage")
