"""Writing an archive: each file goes through once, and is never in memory as a whole."""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.access.annexes import annexes
from collective.conventions.access.annexes import viewable
from collective.conventions.access.insiders import is_insider
from collective.conventions.documents.archive.entry import as_json
from collective.conventions.documents.archive.entry import Entry
from collective.conventions.documents.archive.entry import FOLDERS
from collective.conventions.documents.archive.gathering import gathered
from collective.conventions.documents.archive.gathering import origin
from collective.conventions.documents.archive.naming import file_name
from collective.conventions.documents.archive.naming import one_of_a_kind
from collective.conventions.documents.archive.naming import safe
from collective.conventions.documents.archive.page import page
from collective.conventions.terms import writing
from dataclasses import asdict
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import groupby
from typing import Any
from typing import BinaryIO
from zipfile import ZIP_DEFLATED
from zipfile import ZIP_STORED
from zipfile import ZipFile
from zipfile import ZipInfo
from zope.i18nmessageid import Message


#: What ends in one of these is packed already.
PACKED = ("pdf", "zip", "docx", "xlsx", "odt", "ods", "jpg", "jpeg", "png", "gif", "webp", "mp4")
#: No file bears the hour at which the archive was made: the same content is the same archive.
NO_TIME = (1980, 1, 1, 0, 0, 0)
TITLES: Mapping[str, Message] = {
    "convention": _("Convention"),
    "text": _("Text"),
    "decree": _("Council decree"),
    "annexes": _("Annexes"),
    "signed": _("Signed copies"),
    "decisions": _("Decisions"),
    "letters": _("Letters"),
    "evidence": _("Evidence"),
    "others": _("Other"),
    "amendments": _("Amendments"),
    "invoices": _("Invoices"),
    "journal": _("Journal"),
}


@dataclass(frozen=True)
class Written:
    """A file as it lies in the archive; ``size`` in bytes."""

    path: str
    title: str
    origin: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Folder:
    """A folder of the index."""

    title: Message
    files: tuple[Any, ...]


def name_of(convention: Any) -> str:
    """The name of the archive of a convention, without an ending."""
    told = " ".join(part for part in (convention.reference, convention.title) if part)
    return f"{safe(told, 'convention')[:60].strip('-.')}-{convention.UID()[:8]}"


def write(convention: Any, stream: BinaryIO, language: str, today: date) -> tuple[Written, ...]:
    """Write the archive of a convention, as far as the current user may see it.

    :param stream: is written from its beginning to its end; needs not be seekable.
    :param language: of the pages in it.
    """
    unique = one_of_a_kind()
    with ZipFile(stream, "w") as archive:
        written = tuple(
            _added(archive, unique, entry) for entry in gathered(convention, language, today)
        )
        manifest = {
            "title": convention.title,
            "uid": convention.UID(),
            "origin": origin(convention),
            "files": [asdict(one) for one in written],
        }
        _put(archive, "manifest.json", iter((as_json(manifest),)))
        _put(archive, "index.html", iter((index(convention, written, language),)))
    return written


def index(convention: Any, written: tuple[Written, ...], language: str) -> bytes:
    """The page that leads to every file."""
    ordered = sorted(written, key=lambda one: FOLDERS.index(one.path.partition("/")[0]))
    folders = [
        Folder(TITLES[name], tuple(_listed(one, language) for one in files))
        for name, files in groupby(ordered, lambda one: one.path.partition("/")[0])
    ]
    return page(
        "index.pt",
        language,
        title=convention.title,
        subtitle=convention.reference or "",
        lead=_("The complete file of this convention. Each of these can be opened from here."),
        left_out=_left_out(convention),
        folders=folders,
        proof=_("manifest.json holds the size, the origin and the SHA-256 of every file."),
    )


def _listed(one: Written, language: str) -> dict[str, str]:
    ending = one.path.rpartition(".")[2].upper()
    title = f"{one.title} ({ending})" if "." in one.path else one.title
    return {"path": one.path, "title": title, "size": writing.size(one.size, language)}


def _left_out(convention: Any) -> Message | None:
    """How many annexes were left out; told to those only who may know of them."""
    count = len(annexes(convention)) - len(viewable(convention))
    if not count or not is_insider(convention):
        return None
    return _(
        "Left out, to be consulted at the secretariat only: ${count}", mapping={"count": count}
    )


def _added(archive: ZipFile, unique: Any, entry: Entry) -> Written:
    path = unique(f"{entry.folder}/{file_name(entry.name, entry.ending)}")
    size, digest = _put(archive, path, entry.chunks())
    return Written(path, entry.title, entry.origin, size, digest)


def _put(archive: ZipFile, path: str, chunks: Iterator[bytes]) -> tuple[int, str]:
    """Write one file; returns its size and its SHA-256."""
    info = ZipInfo(path, NO_TIME)
    info.compress_type = ZIP_STORED if path.rpartition(".")[2] in PACKED else ZIP_DEFLATED
    info.create_system, info.external_attr = 3, 0o644 << 16
    size, digest = 0, sha256()
    with archive.open(info, "w", force_zip64=True) as target:
        for chunk in chunks:
            target.write(chunk)
            digest.update(chunk)
            size += len(chunk)
    return size, digest.hexdigest()
