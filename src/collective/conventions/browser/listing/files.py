"""Sending a table as a file, without holding it in memory."""

from collections.abc import Callable
from tempfile import NamedTemporaryFile
from typing import Any
from typing import BinaryIO
from ZPublisher.Iterators import filestream_iterator


def download(
    response: Any, name: str, mime_type: str, write: Callable[[BinaryIO], None]
) -> filestream_iterator:
    """Let ``write`` fill a file, and send it under ``name``.

    The file has no name any more when it is sent, so nothing is left of it afterwards.
    """
    with NamedTemporaryFile() as file:
        write(file)
        file.flush()
        stream = filestream_iterator(file.name, "rb")
    response.setHeader("Content-Type", mime_type)
    response.setHeader("Content-Length", str(len(stream)))
    response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
    response.setHeader("Cache-Control", "private, no-store")
    return stream
