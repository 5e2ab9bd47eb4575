"""Sending a file in the place of JSON, with the headers that a client can rely on."""

from collective.conventions.download import as_file
from dataclasses import dataclass
from hashlib import sha256
from typing import Any


@dataclass(frozen=True)
class File:
    """A file to send; its media type is ``kind``."""

    name: str
    kind: str
    data: bytes

    @property
    def tag(self) -> str:
        """What tells its content from any other: the SHA-256."""
        return f'"{sha256(self.data).hexdigest()}"'


def send(request: Any, file: File) -> bytes:
    """The body of the answer; nothing where the client has this very file already (304)."""
    response = request.response
    known = _has(request.getHeader("If-None-Match", ""), file.tag)
    if known:
        response.setStatus(304)
    else:
        as_file(request, file.name, file.kind, len(file.data))
    response.setHeader("ETag", file.tag)
    # Kept by the client that asked, and proved again each time.
    response.setHeader("Cache-Control", "private, no-cache")
    return b"" if known else file.data


def _has(header: str, tag: str) -> bool:
    known = {one.strip().removeprefix("W/") for one in header.split(",")}
    return tag in known or "*" in known
