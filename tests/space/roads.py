"""Every road by which a file comes into a space: each prepares, then grows the space by a size.

A road is a generator. Its first step makes what is there already; then the test decides how much
room is left; its second step grows the space and says whether that was done or refused with 507.
"""

from collective.conventions.interfaces import InsufficientStorage
from pathlib import Path
from plone import api
from plone.app.discussion.comment import CommentFactory
from plone.app.discussion.interfaces import IConversation
from plone.app.iterate.interfaces import ICheckinCheckoutPolicy
from plone.exportimport.exporters.content import ContentExporter
from plone.exportimport.importers.content import ContentImporter
from plone.namedfile.file import NamedBlobFile
from space.conftest import encoded
from space.conftest import octets
from tempfile import TemporaryDirectory
import transaction


OLD = 700
BINARY = {"Content-Type": "application/octet-stream"}


def done(answer):
    """Whether an answer grants; whatever is neither granted nor refused for room fails."""
    if answer.status_code == 507:
        return False
    assert answer.status_code in (200, 201, 204, 302), (answer.status_code, answer.text[:2000])
    return True


def committed(write, *arguments):
    """Whether a write of our own process goes through."""
    try:
        write(*arguments)
        transaction.commit()
    except InsufficientStorage:
        transaction.abort()
        return False
    return True


def add_form(place, size):
    yield
    answer = place.form("files/++add++File", octets(size), save="form.buttons.save")
    if answer.status_code == 200:
        assert "There is no room left for this" in answer.text
        assert "A title that was typed" in answer.text
        yield False
    yield done(answer)


def edit_form(place, size):
    made = place.make(size=OLD)
    yield
    path = f"files/{made.getId()}/edit"
    answer = place.form(path, octets(OLD + size), "form.buttons.save", action="replace")
    if answer.status_code == 200:
        assert "There is no room left for this" in answer.text
        assert "A title that was typed" in answer.text
        yield False
    yield done(answer)


def annex_form(place, size):
    convention = place.convention()
    yield
    answer = place.form(
        f"conventions/{convention.getId()}/++add++Annex",
        octets(size),
        "form.buttons.save",
        auth=("manager", place.member[1]),
        **{"form.widgets.title": "A title that was typed", "form.widgets.publication": "parties"},
    )
    if answer.status_code == 200:
        assert "There is no room left for this" in answer.text
        assert "A title that was typed" in answer.text
        yield False
    yield done(answer)


def drop_zone(place, size):
    yield
    token = place.token("officer")
    answer = place.ask(
        "POST",
        "files/@@fileUpload",
        files={"file": ("a.bin", octets(size))},
        data={"_authenticator": token},
    )
    if answer.status_code == 507:
        assert "There is no room left" in answer.json()["error"]
    yield done(answer)


def rest_post(place, size):
    yield
    answer = place.rest("POST", "files", {"@type": "File", "file": encoded(octets(size))})
    yield told(place, answer, size)


def rest_patch(place, size):
    made = place.make(size=OLD)
    yield
    data = {"file": encoded(octets(OLD + size))}
    yield told(place, place.rest("PATCH", f"files/{made.getId()}", data), size)


def rest_annex(place, size):
    convention = place.convention()
    yield
    data = {"@type": "Annex", "title": "Annex", "publication": "parties"}
    data["file"] = encoded(octets(size))
    path = f"conventions/{convention.getId()}"
    yield told(place, place.rest("POST", path, data, ("manager", place.member[1])), size)


def told(place, answer, size):
    if answer.status_code == 507:
        error = answer.json()
        assert error["type"] == "InsufficientStorage"
        assert error["needed"] == size
        assert error["used"] == place.gauge.used
        assert error["limit"] == place.gauge.limit
    return done(answer)


def tus_add(place, size):
    yield
    yield place.tus("files/@tus-upload", octets(size), pieces=3)


def tus_replace(place, size):
    made = place.make(size=OLD)
    yield
    yield place.tus(f"files/{made.getId()}/@tus-replace", octets(OLD + size), pieces=1)


def copy_and_paste(place, size):
    made = place.make(size=size)
    yield
    yield done(place.rest("POST", "files/@copy", {"source": made.absolute_url()}))


def checkout(place, size):
    place.version_files()
    made = place.make(size=size)
    yield
    with api.env.adopt_user(username="officer"):
        yield committed(ICheckinCheckoutPolicy(made).checkout, place.folder)


def revision(place, size):
    """What is replaced is kept by the revision, so the new file comes on top of it."""
    place.version_files()
    made = place.make(size=OLD)
    yield
    yield done(place.rest("PATCH", f"files/{made.getId()}", {"file": encoded(octets(size))}))


def comment(place, size):
    made = place.make("Document", title="What is talked about")
    yield
    said = CommentFactory()
    said.text = "See the attachment."
    said.attachment = NamedBlobFile(octets(size), filename="a.bin")
    with api.env.adopt_user(username="officer"):
        yield committed(IConversation(made).addComment, said)


def webdav_new(place, size):
    yield
    yield done(place.ask("PUT", "files/new.bin", data=octets(size), headers=BINARY))


def webdav_replace(place, size):
    made = place.make(size=OLD)
    yield
    path = f"files/{made.getId()}"
    yield done(place.ask("PUT", path, data=octets(OLD + size), headers=BINARY))


def zmi_import(place, size):
    """By the maintenance team, which is never refused."""
    made = place.make(size=size)
    with TemporaryDirectory() as folder:
        path = Path(folder, "made.zexp")
        with path.open("wb") as stream:
            made._p_jar.exportFile(made._p_oid, stream)
        yield
        yield committed(place.portal._importObjectFromFile, str(path), 0)


def export_import(place, size):
    """By the maintenance team, as the one before."""
    made = place.make(size=size, name="travels")
    with TemporaryDirectory() as folder:
        ContentExporter(place.portal).export_data(Path(folder))
        api.content.delete(made)
        transaction.commit()
        yield
        yield committed(ContentImporter(place.portal).import_data, Path(folder))


#: Of a member, who is refused.
ROADS = (
    add_form,
    edit_form,
    annex_form,
    drop_zone,
    rest_post,
    rest_patch,
    rest_annex,
    tus_add,
    tus_replace,
    copy_and_paste,
    checkout,
    revision,
    comment,
    webdav_new,
    webdav_replace,
)
#: Of the maintenance team, which is not.
OWNERS = (zmi_import, export_import)
