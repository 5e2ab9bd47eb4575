"""What a copy is: a folder that can be opened as a database, with a list of all that is in it.

A copy bears the instant at which it was made as its name. While it is made it has another name, and
the manifest is written last, so what is half written is never taken for a copy.
"""

from collections.abc import Iterator
from collective.conventions.interfaces import Conflict
from collective.conventions.progress import Progress
from dataclasses import asdict
from dataclasses import dataclass
from datetime import datetime
from datetime import UTC
from hashlib import file_digest
from hashlib import sha256
from pathlib import Path
from typing import Any
import json
import os
import re
import shutil


NAME = re.compile(r"\d{8}T\d{6}\.\d{3}Z")
FORMAT = 1


@dataclass(frozen=True)
class Manifest:
    """What a copy holds."""

    #: Instants in ISO 8601, UTC: when the copy was made, and of its last transaction.
    saved: str
    until: str
    #: The last transaction, as ZODB writes it.
    tid: str
    data_bytes: int
    blobs: int
    blob_bytes: int
    #: Of these, how many were not in the copy before.
    new_blobs: int
    #: Blobs that the database itself lacked; what refers to them cannot be restored.
    lacking: tuple[str, ...]
    #: Of the list of checksums.
    checksum: str
    format: int = FORMAT


@dataclass(frozen=True)
class Copy:
    """A copy, by its folder."""

    folder: Path

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def data(self) -> Path:
        return self.folder / "Data.fs"

    @property
    def blobs(self) -> Path:
        return self.folder / "blobs"

    @property
    def manifest(self) -> Manifest:
        """What the copy says of itself.

        :raises Conflict: it is no whole copy, or one of a later version of this program.
        """
        try:
            values = json.loads((self.folder / "manifest.json").read_text(encoding="utf-8"))
            if values["format"] == FORMAT:
                return Manifest(**{**values, "lacking": tuple(values["lacking"])})
        except (OSError, ValueError, KeyError, TypeError):
            raise Conflict(f"{self.folder} is no whole copy: its manifest is missing.") from None
        raise Conflict(f"{self.folder} was made by a later version of this program.")

    @property
    def sums_file(self) -> Path:
        """The list of checksums; ``sha256sum --check`` reads it too."""
        return self.folder / "SHA256SUMS"

    def sums(self) -> dict[str, str]:
        """The checksum of every file, by its path below the folder."""
        lines = self.sums_file.read_text(encoding="utf-8").splitlines()
        return {path: checksum for checksum, path in (line.split("  ", 1) for line in lines)}

    def seal(self, sums: dict[str, str], **values: Any) -> Manifest:
        """Write the list of checksums and the manifest, which makes the folder a copy."""
        lines = "".join(f"{sums[path]}  {path}\n" for path in sorted(sums))
        write(self.sums_file, lines)
        manifest = Manifest(**values, checksum=sha256(lines.encode()).hexdigest())
        write(self.folder / "manifest.json", json.dumps(asdict(manifest), indent=2) + "\n")
        return manifest


def copies(store: Path) -> list[Copy]:
    """The whole copies in a folder, the oldest first."""
    found = sorted(store.iterdir()) if store.is_dir() else []
    return [
        Copy(one) for one in found if NAME.fullmatch(one.name) and (one / "manifest.json").is_file()
    ]


def named(path: Path) -> Copy:
    """The copy that a path names: its own folder, or the latest in a folder of copies.

    :raises Conflict: there is none.
    """
    if (path / "manifest.json").is_file():
        return Copy(path)
    found = copies(path)
    if not found:
        raise Conflict(f"There is no copy in {path}.")
    return found[-1]


def new_name() -> str:
    """The name of a copy that is made now."""
    now = datetime.now(UTC)
    return f"{now:%Y%m%dT%H%M%S}.{now.microsecond // 1000:03}Z"


def checksum(path: Path) -> str:
    """The checksum of a file, read in portions."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def files(folder: Path) -> Iterator[Path]:
    """Every file of a folder of blobs, but what ZODB puts there for itself."""
    for where, _names, found in os.walk(folder):
        yield from (Path(where, name) for name in found if name != ".layout")


def write(path: Path, text: str) -> None:
    """Write a file that survives a crash of the machine right afterwards."""
    with path.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())


def settle(folder: Path) -> None:
    """Make what was renamed within a folder survive a crash, too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def remove(folder: Path) -> None:
    """Remove a folder with all that is in it."""
    shutil.rmtree(folder, ignore_errors=True)


def stop_if_asked(progress: Progress) -> None:
    """End the work where somebody has asked for it.

    :raises Conflict: somebody has.
    """
    if progress.stopped:
        raise Conflict("Stopped. Whatever was there before is as it was.")
