"""How a file leaves the server: as it was made, kept by nobody on its way, run by no browser."""

from plone.transformchain.interfaces import DISABLE_TRANSFORM_REQUEST_KEY
from typing import Any
from urllib.parse import quote


def as_file(request: Any, name: str, kind: str, size: int, how: str = "attachment") -> None:
    """Say in the headers of the answer that it is a file.

    A web page that is a file gets neither the theme nor the scripts and tokens of the reader.

    :param kind: its media type.
    :param size: how many bytes it has.
    :param how: "attachment" for one to keep, "inline" for one to show.
    """
    if kind.startswith("text/html"):
        # Anything else passes unchanged, and is still watched for writes that nobody asked for.
        request.environ[DISABLE_TRANSFORM_REQUEST_KEY] = True
    response = request.response
    response.setHeader("Content-Type", kind)
    response.setHeader("Content-Length", str(size))
    response.setHeader("Content-Disposition", f"{how}; filename*=UTF-8''{quote(name)}")
    response.setHeader("Cache-Control", "private, no-store")
    response.setHeader("X-Content-Type-Options", "nosniff")
