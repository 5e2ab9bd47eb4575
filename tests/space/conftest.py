"""A space with a folder of stock content, its people, and a scan that owes the meter nothing."""

from base64 import b64encode
from collective.conventions.space.gauge import DEFAULT_LIMIT
from collective.conventions.space.ledger import ledger_of
from factories import make_convention
from factories import make_partner
from io import BytesIO
from pathlib import Path
from PIL import Image
from plone import api
from plone.app.iterate.interfaces import IIterateSettings
from plone.app.testing import login
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.namedfile.file import NamedBlobFile
from plone.namedfile.file import NamedBlobImage
from plone.protect.authenticator import createToken
from random import Random
from ZODB.serialize import referencesf
import itertools
import pytest
import requests
import transaction


B64_NAME = b64encode(b"a.bin").decode()
PASSWORD = "a password of tests"
numbers = itertools.count(1)


def octets(size):
    """So many bytes, never the same twice."""
    return Random(next(numbers)).randbytes(size)


def picture(width=900, height=600):
    """A PNG that cannot be packed well, so its scales weigh something, too."""
    stream = BytesIO()
    noise = Random(next(numbers)).randbytes(width * height * 3)
    Image.frombytes("RGB", (width, height), noise).save(stream, "PNG")
    return stream.getvalue()


def scanned(portal):
    """The bytes of the files of all blobs that can be reached from a site, found on the disk."""
    storage = portal._p_jar._storage
    app = portal.__parent__
    beyond = {app._p_oid, *(child._p_oid for child in app.objectValues())} - {portal._p_oid}
    waiting, seen, size = [portal._p_oid], set(beyond), 0
    while waiting:
        oid = waiting.pop()
        if oid in seen:
            continue
        seen.add(oid)
        record, serial = storage.load(oid)
        if is_blob(portal, oid):
            size += Path(storage.loadBlob(oid, serial)).stat().st_size
        waiting.extend(referencesf(record))
    return size


def is_blob(portal, oid):
    kind = type(portal._p_jar.get(oid))
    return (kind.__module__, kind.__name__) == ("ZODB.blob", "Blob")


class Place:
    """The space of a test."""

    def __init__(self, functional):
        self.app = functional["app"]
        self.portal = functional["portal"]
        self.url = self.portal.absolute_url()
        self.member = ("officer", PASSWORD)
        self.owner = (SITE_OWNER_NAME, SITE_OWNER_PASSWORD)

    @property
    def ledger(self):
        return ledger_of(self.portal)

    @property
    def gauge(self):
        return self.ledger.gauge

    @property
    def used(self):
        transaction.begin()
        return self.gauge.used

    @property
    def folder(self):
        return self.portal["files"]

    def leave(self, free):
        """Let so many bytes be free; negative where the limit lies below the use."""
        self.gauge.limit = self.gauge.used + free
        transaction.commit()

    def scan(self):
        transaction.begin()
        return scanned(self.portal)

    def make(self, portal_type="File", size=1000, name=None, **values):
        """Content made by the owner of the server, who is never refused."""
        if portal_type == "File":
            values = {"file": NamedBlobFile(octets(size), filename="a.bin"), **values}
        if portal_type == "Image":
            values = {"image": NamedBlobImage(picture(), filename="a.png"), **values}
        made = api.content.create(
            self.folder, portal_type, id=name or f"made-{next(numbers)}", **values
        )
        transaction.commit()
        return made

    def ask(self, method, path, auth=None, **options):
        """The answer to a request; nobody is redirected."""
        transaction.commit()
        url = path if path.startswith("http") else f"{self.url}/{path}"
        answer = requests.request(
            method, url, auth=auth or self.member, allow_redirects=False, timeout=60, **options
        )
        transaction.begin()
        return answer

    def rest(self, method, path, data=None, auth=None):
        headers = {"Accept": "application/json"}
        return self.ask(method, path, auth, json=data, headers=headers)

    def form(self, path, data, save, auth=None, **fields):
        """Send a form with a file, and a title that must not be lost."""
        auth = auth or self.member
        sent = {
            "form.widgets.title": "A title that was typed",
            "form.widgets.file.action": fields.pop("action", "replace"),
            save: "Save",
            "_authenticator": self.token(auth[0]),
            **fields,
        }
        return self.ask("POST", path, auth, data=sent, files={"form.widgets.file": ("a.bin", data)})

    def tus(self, path, data, pieces):
        """Upload in pieces; whether it was taken."""
        headers = {"Tus-Resumable": "1.0.0", "Accept": "application/json"}
        begin = {"Upload-Length": str(len(data)), "Upload-Metadata": f"filename {B64_NAME}"}
        answer = self.ask("POST", path, headers={**headers, **begin})
        if answer.status_code == 507:
            return False
        assert answer.status_code == 201, answer.text
        location, offset = answer.headers["Location"], 0
        step = len(data) // pieces
        while offset < len(data):
            last = offset + 2 * step > len(data)
            piece = data[offset:] if last else data[offset : offset + step]
            sent = {"Upload-Offset": str(offset), "Content-Type": "application/offset+octet-stream"}
            answer = self.ask("PATCH", location, headers={**headers, **sent}, data=piece)
            if answer.status_code == 507:
                return False
            assert answer.status_code == 204, (answer.status_code, answer.text[:2000])
            offset += len(piece)
        return True

    def version_files(self):
        """Let files have revisions, as pages have, and locks."""
        types, tool = self.portal.portal_types, self.portal.portal_repository
        types["File"].behaviors += ("plone.versioning", "plone.locking")
        tool.setVersionableContentTypes([*tool.getVersionableContentTypes(), "File"])
        for policy in ("at_edit_autoversion", "version_on_revert"):
            tool.addPolicyForContentType("File", policy)
        api.portal.get_tool("portal_registry").registerInterface(IIterateSettings)
        transaction.commit()

    def convention(self):
        partners = [make_partner(self.portal, name) for name in ("City", "Centre")]
        made = make_convention(self.portal, partners)
        transaction.commit()
        return made

    def token(self, name):
        """What a form of this person carries."""
        with api.env.adopt_user(username=name):
            return createToken()


def encoded(data, name="a.bin"):
    """A file as REST carries it."""
    return {
        "data": b64encode(data).decode(),
        "encoding": "base64",
        "filename": name,
        "content-type": "application/octet-stream",
    }


@pytest.fixture
def place(functional):
    made = Place(functional)
    login(made.app, SITE_OWNER_NAME)
    api.user.create(
        email="officer@example.be",
        username="officer",
        password=PASSWORD,
        roles=["Member", "Contributor", "Editor", "Reader"],
    )
    api.user.create(email="manager@example.be", username="manager", password=PASSWORD)
    api.group.add_user(groupname="space_managers", username="manager")
    api.content.create(made.portal, "Folder", id="files", title="Files")
    transaction.commit()
    assert made.gauge.limit == DEFAULT_LIMIT
    return made
