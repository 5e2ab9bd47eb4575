"""Sending a file in the place of JSON, with the headers that a client can rely on."""

from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from urllib.parse import quote


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
    response.setHeader("ETag", file.tag)
    response.setHeader("Cache-Control", "private, no-cache")
    if _has(request.getHeader("If-None-Match", ""), file.tag):
        response.setStatus(304)
        return b""
    response.setHeader("Content-Type", file.kind)
    response.setHeader("Content-Length", str(len(file.data)))
    response.setHeader("X-Content-Type-Options", "nosniff")
    response.setHeader("Content-Disposition", f"attachment; filename*=UTF-8''{quote(file.name)}")
    return file.data


def _has(header: str, tag: str) -> bool:
    known = {one.strip().removeprefix("W/") for one in header.split(",")}
    return tag in known or "*" in known
