"""A database with blobs as a server has it, open for writing; no Plone is needed."""

from collective.conventions.server.backup.source import Files
from contextlib import closing
from io import BytesIO
from pickle import Unpickler
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


class Thing:
    """Whatever a record is made of, by the name of its class."""

    def __new__(cls, *arguments):
        made = object.__new__(cls)
        made.parts = [arguments]
        return made

    def __init__(self, *arguments):
        """The arguments are kept already."""

    def __setstate__(self, state):
        self.parts.append(state)

    append = __setstate__

    def extend(self, parts):
        self.parts.extend(parts)

    def __setitem__(self, key, value):
        self.parts.append((key, value))


class Reader(Unpickler):
    """Reads a record without its classes; a reference is the place of its target in an order."""

    def __init__(self, state, order):
        super().__init__(BytesIO(state))
        self.order = order

    def find_class(self, module, name):
        return type(f"{module}.{name}", (Thing,), {})

    def persistent_load(self, reference):
        oid = reference[0] if isinstance(reference, tuple) else reference
        return f"reference {self.order[oid]}"


def content(state, order):
    """What a record holds, in a form that can be compared."""
    reader = Reader(state, order)
    return plain(reader.load()), plain(reader.load())


def plain(value):
    """A value without objects; the order of a set or a mapping is nothing that counts."""
    if isinstance(value, type):
        return value.__name__
    if isinstance(value, Thing):
        name, parts = type(value).__name__, [plain(part) for part in value.parts]
        if name.endswith("set"):
            parts = [tuple(sorted(map(repr, part[0]))) if part else () for part in parts[:1]]
        return (name, *parts)
    if isinstance(value, dict):
        return sorted(((plain(key), plain(one)) for key, one in value.items()), key=repr)
    if isinstance(value, list | tuple):
        return tuple(plain(one) for one in value)
    return value
