"""A file of an archive: where it stands in it, what it is, and how its bytes are read."""

from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
import json


CHUNK = 1 << 18
#: Folder → what lies in it; in the order of the index.
FOLDERS = (
    "convention",
    "text",
    "decree",
    "annexes",
    "signed",
    "decisions",
    "letters",
    "evidence",
    "others",
    "amendments",
    "invoices",
    "journal",
)
Chunks = Callable[[], Iterator[bytes]]


@dataclass(frozen=True)
class Entry:
    """A file of an archive.

    :ivar folder: one of ``FOLDERS``.
    :ivar name: its name in the folder, not yet made safe; ``ending`` without the dot.
    :ivar title: what a person calls it.
    :ivar origin: where it comes from: the path of the content in its space, and what of it.
    :ivar chunks: reads it, piece by piece, each time anew.
    """

    folder: str
    name: str
    ending: str
    title: str
    origin: str
    chunks: Chunks


def held(data: bytes) -> Chunks:
    """The chunks of bytes that are at hand."""
    return lambda: iter((data,))


def made(make: Callable[[], bytes]) -> Chunks:
    """The chunks of what is made only when it is asked for."""
    return lambda: iter((make(),))


def streamed(file: Any) -> Chunks:
    """The chunks of a stored file, which is never in memory as a whole."""

    def chunks() -> Iterator[bytes]:
        with file.open() as stream:
            while chunk := stream.read(CHUNK):
                yield chunk

    return chunks


def as_json(value: Any) -> bytes:
    """A value as JSON that is the same for the same value."""
    return (json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()
