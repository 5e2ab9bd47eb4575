"""A space in one file: a zip archive of its records with their blobs, and of a label.

``records.zexp`` has the form that ZODB imports, with each blob behind its record.
"""

from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.server.backup.facts import Facts
from dataclasses import asdict
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any
from typing import BinaryIO
from zipfile import BadZipFile
from zipfile import ZipFile
import json


FORMAT = 1
RECORDS, LABEL = "records.zexp", "space.json"


@dataclass(frozen=True)
class Label:
    """What a parcel says of the space in it."""

    id: str
    title: str
    exported: str
    #: The last transaction of the database at that moment.
    tid: str
    records: int
    blobs: int
    #: Records and blobs that are referred to and were not there any more.
    lacking: tuple[str, ...]
    facts: Facts
    #: Of each installed profile.
    versions: dict[str, str]
    #: What the operator knew of it, if it was in the register.
    register: dict[str, Any] | None
    checksum: str
    format: int = FORMAT


def write_label(archive: ZipFile, label: Label) -> None:
    """Write the label, which makes the archive a parcel."""
    archive.writestr(LABEL, json.dumps(asdict(label), ensure_ascii=False, indent=2))


def read_label(path: Path) -> Label:
    """The label of a parcel.

    :raises UnprocessableEntity: the file is no parcel, or one of a later version.
    """
    try:
        with ZipFile(path) as archive:
            values = json.loads(archive.read(LABEL))
        if values["format"] == FORMAT:
            parts = {"lacking": tuple(values["lacking"]), "facts": Facts(**values["facts"])}
            return Label(**{**values, **parts})
    except (OSError, BadZipFile, ValueError, KeyError, TypeError):
        raise UnprocessableEntity(f"{path} holds no space, or not a whole one.") from None
    raise UnprocessableEntity(f"{path} was made by a later version of this program.")


class Summing:
    """A file that is written to, and the checksum of what was written."""

    def __init__(self, file: BinaryIO | Any) -> None:
        self.file, self.sum = file, sha256()

    def write(self, data: bytes) -> None:
        """Write, and count it in."""
        self.sum.update(data)
        self.file.write(data)
