"""Sending a table as a file, without holding it in memory."""

from collections.abc import Callable
from collective.conventions.download import as_file
from tempfile import NamedTemporaryFile
from typing import Any
from typing import BinaryIO
from ZPublisher.Iterators import filestream_iterator


def download(
    request: Any, name: str, mime_type: str, write: Callable[[BinaryIO], None]
) -> filestream_iterator:
    """Let ``write`` fill a file, and send it under ``name``.

    The file has no name any more when it is sent, so nothing is left of it afterwards.
    """
    with NamedTemporaryFile() as file:
        write(file)
        file.flush()
        stream = filestream_iterator(file.name, "rb")
    as_file(request, name, mime_type, len(stream))
    return stream
