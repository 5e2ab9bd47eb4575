"""Run by ``test_storage.py``: undo, pack and a restored copy, on a database on the disk."""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.users import system
from collective.conventions.server.provision import create_space
from collective.conventions.server.spaces import entered
from collective.conventions.space.ledger import ledger_of
from collective.conventions.space.limit import set_limit
from pathlib import Path
from plone import api
from plone.namedfile.file import NamedBlobFile
from Testing.makerequest import makerequest
from ZODB.DB import DB
from ZODB.FileStorage import FileStorage
from ZODB.serialize import referencesf
from Zope2.Startup.run import configure_wsgi
import json
import shutil
import sys
import time
import transaction
import Zope2


SIZE = 5000
CASES = {"under": SIZE + 1, "exactly at": SIZE, "over": SIZE - 1}


def scanned(portal):
    """The bytes of the blob files that can be reached from the site."""
    storage, beyond = portal._p_jar._storage, portal.__parent__._p_oid
    waiting, seen, size = [portal._p_oid], {beyond}, 0
    while waiting:
        oid = waiting.pop()
        if oid not in seen:
            seen.add(oid)
            record, serial = storage.load(oid)
            if type(portal._p_jar.get(oid)).__module__ == "ZODB.blob":
                size += Path(storage.loadBlob(oid, serial)).stat().st_size
            waiting.extend(referencesf(record))
    return size


def facts(app, expected, **more):
    transaction.begin()
    with entered(app, "hamlet") as portal:
        used, scan = ledger_of(portal).gauge.used, scanned(portal)
    return {"used": used, "scan": scan, "expected": expected, **more}


def add(app, size):
    with entered(app, "hamlet") as portal:
        file = NamedBlobFile(b"x" * size, filename="a.bin")
        api.content.create(portal, "File", id="a.bin", file=file)
        transaction.commit()


def delete(app):
    with entered(app, "hamlet") as portal:
        portal._delObject("a.bin")
        transaction.commit()


def undone(app, free):
    """Delete a file, let so much be free, and undo the deletion."""
    database = app._p_jar.db()
    add(app, SIZE)
    delete(app)
    deletion = database.undoLog(0, 1)[0]["id"]
    with entered(app, "hamlet") as portal:
        # Only who looks after the server can undo, and is never refused.
        set_limit(portal, free)
        transaction.commit()
    database.undo(deletion, transaction.get())
    transaction.commit()
    found = facts(app, SIZE)
    delete(app)
    return found


def files(var):
    return sum(1 for path in (var / "blobstorage").rglob("*.blob"))


def restored(app, var):
    """A copy of database and blobs, opened as it is."""
    add(app, SIZE)
    copy = var / "copy"
    copy.mkdir()
    shutil.copy(var / "filestorage" / "Data.fs", copy / "Data.fs")
    shutil.copytree(var / "blobstorage", copy / "blobs")
    database = DB(FileStorage(str(copy / "Data.fs"), blob_dir=str(copy / "blobs")))
    try:
        other = makerequest(database.open().root()["Application"])
        return facts(other, SIZE)
    finally:
        database.close()


def main(conf):
    configure_wsgi(conf)
    app = makerequest(Zope2.app())
    newSecurityManager(None, system)
    create_space(app, "hamlet", "Hamlet", language="en")
    transaction.commit()
    told = {f"undone {case}": undone(app, free) for case, free in CASES.items()}
    told["deleted"] = facts(app, 0)
    app._p_jar.db().pack(time.time() + 1)
    var = Path(conf).parents[2]
    told["packed"] = facts(app, 0, files=files(var))
    told["restored"] = restored(app, var)
    print(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1])
