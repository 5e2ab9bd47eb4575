"""The bytes of a file that somebody sends with a form."""

from collective.conventions import _
from collective.conventions.interfaces import BadRequest
from collective.conventions.interfaces import RequestEntityTooLarge
from typing import Any


def uploaded(sent: Any, most: int) -> bytes:
    """What was sent, never more than ``most`` bytes of it.

    :raises BadRequest: no file was chosen.
    :raises RequestEntityTooLarge: it is larger than that.
    """
    if not getattr(sent, "filename", ""):
        raise BadRequest(_("Please choose a file."))
    data: bytes = sent.read(most + 1)
    if len(data) > most:
        raise RequestEntityTooLarge(_("This file is too large."))
    return data
