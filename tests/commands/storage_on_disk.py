"""Run by ``test_storage.py``: undo, pack and a restored copy, on a database on the disk."""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.users import system
from collective.conventions.server.provision import create_space
from collective.conventions.server.spaces import entered
from collective.conventions.space.cleaning import clean_revisions
from collective.conventions.space.cleaning import gain
from collective.conventions.space.ledger import ledger_of
from collective.conventions.space.limit import set_limit
from pathlib import Path
from PIL import Image
from plone import api
from plone.app.discussion.comment import CommentFactory
from plone.app.discussion.interfaces import IConversation
from plone.app.iterate.interfaces import ICheckinCheckoutPolicy
from plone.app.iterate.interfaces import IIterateSettings
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.file import NamedBlobImage
from Testing.makerequest import makerequest
from ZODB.DB import DB
from ZODB.FileStorage import FileStorage
from ZODB.serialize import referencesf
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent
from Zope2.Startup.run import configure_wsgi
import io
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


def undone_upload(app):
    """An upload that is undone gives its room back."""
    add(app, SIZE)
    database = app._p_jar.db()
    database.undo(database.undoLog(0, 1)[0]["id"], transaction.get())
    transaction.commit()
    return facts(app, 0)


def replace(content, size):
    content.file = NamedBlobFile(b"y" * size, filename="b.bin")
    notify(ObjectModifiedEvent(content))
    transaction.commit()


def versioned(portal):
    """Let files have revisions and working copies, as pages have."""
    portal.portal_types["File"].behaviors += ("plone.versioning", "plone.locking")
    tool = portal.portal_repository
    tool.setVersionableContentTypes([*tool.getVersionableContentTypes(), "File"])
    for policy in ("at_edit_autoversion", "version_on_revert"):
        tool.addPolicyForContentType("File", policy)
    portal.portal_registry.registerInterface(IIterateSettings)


def lived(app):
    """All that hangs on content and outlives it: revisions, scales, working copies, comments."""
    with entered(app, "hamlet") as portal:
        versioned(portal)
        set_limit(portal, 10**9)
        file = NamedBlobFile(b"x" * SIZE, filename="a.bin")
        made = api.content.create(portal, "File", id="lived", file=file)
        transaction.commit()
        replace(made, SIZE * 2)
        for ends in ("checkin", "cancelCheckout"):
            copy = ICheckinCheckoutPolicy(portal["lived"]).checkout(portal)
            transaction.commit()
            replace(copy, SIZE * 3)
            getattr(ICheckinCheckoutPolicy(copy), ends)(*["Done"][: ends == "checkin"])
            transaction.commit()
        comment = CommentFactory()
        comment.attachment = NamedBlobFile(b"z" * SIZE, filename="c.bin")
        IConversation(portal["lived"]).addComment(comment)
        stream = io.BytesIO()
        Image.effect_noise((600, 400), 90).save(stream, "PNG")
        picture = NamedBlobImage(stream.getvalue(), filename="d.png")
        api.content.create(portal, "Image", id="picture", image=picture)
        transaction.commit()
        portal["picture"].restrictedTraverse("@@images").scale("image", scale="mini")
        transaction.commit()
        kinds = {kind for kind, _number in ledger_of(portal).holdings}
        used = ledger_of(portal).gauge.used
    return facts(app, used, kinds=sorted(kinds))


def emptied(app):
    """Everything is deleted and the history purged, with the gain foreseen."""
    with entered(app, "hamlet") as portal:
        for name in ("lived", "picture"):
            portal._delObject(name)
        transaction.commit()
        left = ledger_of(portal).gauge.used
        foreseen = gain(ledger_of(portal)).revisions
        freed = clean_revisions()
        transaction.commit()
    return facts(app, 0, purged=[left, foreseen, freed])


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


def restored(app, var, case):
    """A copy of database and blobs, opened as it is; however little room it left."""
    add(app, SIZE)
    with entered(app, "hamlet") as portal:
        set_limit(portal, CASES[case])
        transaction.commit()
    copy = var / case
    copy.mkdir()
    shutil.copy(var / "filestorage" / "Data.fs", copy / "Data.fs")
    shutil.copytree(var / "blobstorage", copy / "blobs")
    database = DB(FileStorage(str(copy / "Data.fs"), blob_dir=str(copy / "blobs")))
    try:
        other = makerequest(database.open().root()["Application"])
        return facts(other, SIZE)
    finally:
        database.close()
        delete(app)


def main(conf):
    configure_wsgi(conf)
    app = makerequest(Zope2.app())
    newSecurityManager(None, system)
    create_space(app, "hamlet", "Hamlet", language="en")
    transaction.commit()
    told = {f"undone {case}": undone(app, free) for case, free in CASES.items()}
    told["undone upload"] = undone_upload(app)
    told["lived"] = lived(app)
    told["emptied"] = emptied(app)
    app._p_jar.db().pack(time.time() + 1)
    var = Path(conf).parents[2]
    told["packed"] = facts(app, 0, files=files(var))
    told.update({f"restored {case}": restored(app, var, case) for case in CASES})
    print(json.dumps(told))


if __name__ == "__main__":
    main(sys.argv[1])
