"""The package for a decision system: a zip with the data, the decree, the text and the annexes.

An annex that may only be consulted at the secretariat never travels: the package says that there
is one, and its title (B3).
"""

from collective.conventions.access.annexes import annexes
from collective.conventions.documents.decree.facts import OF_THE_TEXT
from collective.conventions.documents.decree.facts import place
from collective.conventions.documents.decree.facts import SECRETARIAT
from collective.conventions.documents.decree.files import ENDINGS
from collective.conventions.documents.decree.files import File
from collective.conventions.documents.decree.files import file_of
from collective.conventions.documents.rendering.convention import paper_of
from collective.conventions.documents.rendering.pdf import pdf
from collective.conventions.exchange.data import folder_of
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import PurePath
from typing import Any
from zipfile import ZIP_DEFLATED
from zipfile import ZipFile
from zipfile import ZipInfo
import json
import re


DATA, SUMS = "convention.json", "SHA256SUMS"
#: A zip knows no day before 1980, and the same package should be the same file.
UNDATED = (1980, 1, 1, 0, 0, 0)
_UNSAFE = re.compile(r"[^A-Za-z0-9._-]+")


@dataclass(frozen=True)
class Package:
    """A package: its name, its files by path in their order, and the fingerprint they carry."""

    name: str
    fingerprint: str
    files: tuple[File, ...]

    def zipped(self) -> bytes:
        """The package as a zip file; the same package always gives the same bytes."""
        written = BytesIO()
        with ZipFile(written, "w") as archive:
            for one in self.files:
                info = ZipInfo(one.name, UNDATED)
                info.compress_type = ZIP_DEFLATED
                info.external_attr = 0o644 << 16
                archive.writestr(info, one.data)
        return written.getvalue()


def package_of(convention: Any, day: date) -> Package:
    """Everything that a decision system needs to put the convention before the Council.

    :param day: of the export; it stands in the data.
    :raises NotFound: no decree is written yet.
    :raises UnprocessableEntity: no party has a council.
    :raises ServiceUnavailable: the server lacks the library that lays out text.
    """
    papers = [file_of(convention, ending) for ending in ENDINGS]
    if convention.text:
        papers.append(File("text.pdf", "application/pdf", pdf(paper_of(convention))))
    told, travelling = [], []
    for number, annex in enumerate(_annexes(convention), 1):
        file = _travelling(annex, number)
        told.append(_told(annex, file))
        travelling += [file] if file else []
    files = [*papers, *travelling]
    folder = folder_of(convention, day, told, [_listed(one) for one in files])
    written = json.dumps(folder, ensure_ascii=False, indent=2).encode()
    data = File(DATA, "application/json", written)
    sums = File(SUMS, "text/plain; charset=utf-8", _sums([data, *files]))
    name = f"decision-{_safe(convention.reference or convention.getId())}"
    return Package(name, folder["fingerprint"], (data, *files, sums))


def _annexes(convention: Any) -> list[Any]:
    return sorted((one for one in annexes(convention) if one.annex_kind in OF_THE_TEXT), key=place)


def _travelling(annex: Any, number: int) -> File | None:
    """The file of an annex that may leave the house; None for one that is closed or empty."""
    if annex.publication == SECRETARIAT or annex.file is None:
        return None
    name = f"annexes/{number:02}-{_safe(annex.file.filename or annex.getId())}"
    return File(name, annex.file.contentType or "application/octet-stream", annex.file.data)


def _told(annex: Any, file: File | None) -> dict[str, Any]:
    """What is told of an annex; of a closed one its title, and where it may be read."""
    closed = annex.publication == SECRETARIAT
    return {
        "title": annex.title,
        "publication": annex.publication,
        "kind": None if closed else annex.annex_kind,
        "number": None if closed else annex.number,
        "language": None if closed else annex.language,
        "path": file.name if file else None,
    }


def _listed(file: File) -> dict[str, Any]:
    return {
        "path": file.name,
        "media_type": file.kind,
        "size": len(file.data),
        "sha256": sha256(file.data).hexdigest(),
    }


def _sums(files: list[File]) -> bytes:
    """The checksums in the form that ``sha256sum --check`` reads."""
    return "".join(f"{sha256(one.data).hexdigest()}  {one.name}\n" for one in files).encode()


def _safe(name: str) -> str:
    """A file name of letters, digits, dots and hyphens, never hidden and never a path."""
    path = PurePath(name.replace("\\", "/")).name
    plain = _UNSAFE.sub("-", path).strip("-.") or "file"
    stem, dot, ending = plain.rpartition(".")
    return f"{stem[:80]}.{ending[:10]}" if dot else plain[:80]
