"""A file that is read and not kept: the body holds it under ``file``, as that of an annex."""

from collective.conventions import _
from collective.conventions.services.content.body import body
from collective.conventions.services.content.body import MAXIMUM_WITH_FILE
from collective.conventions.services.content.schema_sent import read_by
from plone.namedfile.field import NamedFile
from typing import Any
from zope.interface import Interface


class IFileSent(Interface):
    """Nothing but a file."""

    file = NamedFile(title=_("File"))


def file_in(context: Any, request: Any) -> bytes:
    """The content of the file that a request carries.

    :raises BadRequest: it is missing or malformed, or something else was sent.
    :raises RequestEntityTooLarge: it is larger than any file may be.
    """
    sent = body(request, MAXIMUM_WITH_FILE)
    data: bytes = read_by(IFileSent, context, sent)["file"].data
    return data
