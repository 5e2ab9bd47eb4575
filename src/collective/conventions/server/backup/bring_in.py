"""Bringing a space in: into a server that may have others, under its own id or another one."""

from Acquisition import aq_base
from collective.conventions import _
from collective.conventions.clock import today
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import SpaceImportedEvent
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.progress import Progress
from collective.conventions.server.backup.copies import stop_if_asked
from collective.conventions.server.backup.facts import facts
from collective.conventions.server.backup.parcel import Label
from collective.conventions.server.backup.parcel import read_label
from collective.conventions.server.backup.parcel import RECORDS
from collective.conventions.server.backup.rekey import rekey
from collective.conventions.server.backup.rekey import strays
from collective.conventions.server.backup.source import portions
from collective.conventions.server.backup.walk import walk
from collective.conventions.server.facts import communes
from collective.conventions.server.journal import present_actor
from collective.conventions.server.journal import record
from collective.conventions.server.provision import ID
from collective.conventions.server.register import ACTIVE
from collective.conventions.server.register import Entry
from collective.conventions.server.register import put
from collective.conventions.server.register import SUSPENDED
from collective.conventions.server.spaces import entered
from collective.conventions.server.suspension import is_suspended
from collective.conventions.server.suspension import SPACE
from pathlib import Path
from Products.GenericSetup import profile_registry
from typing import Any
from zipfile import BadZipFile
from zipfile import ZipFile
from ZODB.blob import is_blob_record
from zope.event import notify
import transaction


def bring_in(app: Any, path: Path, space_id: str = "", progress: Progress | None = None) -> Label:
    """Make the space that is in a file a space of this server; a failure leaves nothing of it.

    Only a file whose origin is known may be brought in: reading records can run code. Nothing is
    committed here.

    :param space_id: its id here; without one, the id that it had.
    :raises UnprocessableEntity: the file is damaged, or made with later versions than are here, or
        the space did not arrive whole.
    :raises Conflict: the server has something of that id already, or the work was stopped.
    """
    progress = progress or Progress()
    label = read_label(path)
    name = space_id or label.id
    if not ID.fullmatch(name):
        raise UnprocessableEntity(_("A space needs an id of small letters, digits and hyphens."))
    if name in app.objectIds():
        raise Conflict(_("“${id}” exists already.", mapping={"id": name}))
    _check_versions(label)
    _check_file(path, label, progress)
    before = transaction.savepoint()
    try:
        _bring(app, path, label, name, progress)
    except Exception:
        before.rollback()
        raise
    return label


def _bring(app: Any, path: Path, label: Label, name: str, progress: Progress) -> None:
    with ZipFile(path) as archive, archive.open(RECORDS) as file:
        space = app._p_jar.importFile(file)
    _check_records(app, space, label)
    space.id = name
    # Nothing is added to the site: no subscriber may take its content for new.
    app._setObject(name, space, set_owner=0, suppress_events=True)
    stop_if_asked(progress)
    with entered(app, name) as portal:
        rekey(portal, label.id, progress)
        notify(SpaceImportedEvent(portal))
    with entered(app, name) as portal:
        _register(app, portal, label)
        found = facts(aq_base(portal))
        if found != label.facts or (lost := strays(portal)):
            about = f"{found} / {label.facts}" if found != label.facts else ", ".join(lost)
            raise UnprocessableEntity(f"The space did not arrive whole: {about}")
    after = {"from": label.id, "exported": label.exported, "records": label.records}
    record(app, "space_imported", actor=present_actor(), subject=name, after=after)


def _register(app: Any, portal: Any, label: Label) -> None:
    """Let the register say of the space what it said elsewhere, and what is so here."""
    known = label.register or {"title": label.title, "created": today().isoformat()}
    closed = is_suspended(portal)
    here = {
        "id": portal.getId(),
        "state": SUSPENDED if closed and closed.scope == SPACE else ACTIVE,
        "tools": tuple(known.get("tools", ())),
    }
    if known.get("commune") not in communes(app):
        # It has stayed elsewhere.
        here["commune"] = ""
    put(app, Entry(**{**known, **here}))


def _check_versions(label: Label) -> None:
    """A space may come from an older server: it is upgraded here. From a later one it may not."""
    known = {info["id"]: info.get("version") for info in profile_registry.listProfileInfo()}
    for profile, version in label.versions.items():
        if profile not in known:
            raise UnprocessableEntity(f"“{profile}” is installed in the space and unknown here.")
        if _numbers(version) > _numbers(known[profile] or ""):
            raise UnprocessableEntity(
                f"The space has version {version} of “{profile}”, this server {known[profile]}."
            )


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isdecimal())


def _check_file(path: Path, label: Label, progress: Progress) -> None:
    """Read all of it once before anything is written."""
    work = "verify"
    with ZipFile(path) as archive:
        length = archive.getinfo(RECORDS).file_size
        progress.begin(work, length >> 20)

        def told() -> None:
            stop_if_asked(progress)
            progress.done(work, path.name)

        try:
            with archive.open(RECORDS) as file:
                intact = portions(file, length, len, told) == label.checksum
        except BadZipFile:
            intact = False
    if not intact:
        raise UnprocessableEntity(f"{path} is damaged: its checksum does not fit.")


def _check_records(app: Any, space: Any, label: Label) -> None:
    """Every record and blob of the file is in the database, and can be reached."""
    records = blobs = 0
    for one in walk(app._p_jar._storage.load, space._p_oid):
        if one.state is not None:
            records += 1
            blobs += is_blob_record(one.state)
    if (records, blobs) != (label.records, label.blobs):
        raise UnprocessableEntity(
            f"{records} records and {blobs} blobs arrived, not {label.records} and {label.blobs}."
        )
