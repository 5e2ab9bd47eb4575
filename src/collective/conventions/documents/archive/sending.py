"""Sending the archive of a convention: from a file that has no name any more."""

from collective.conventions import _
from collective.conventions.clock import today
from collective.conventions.documents.archive.writing import name_of
from collective.conventions.documents.archive.writing import write
from collective.conventions.download import as_file
from collective.conventions.interfaces import Forbidden
from plone import api
from tempfile import NamedTemporaryFile
from typing import Any
from ZPublisher.Iterators import filestream_iterator


EXPORT = "collective.conventions: Export"
ZIP = "application/zip"


def may_archive(convention: Any) -> bool:
    """Whether the current user may take it with him: he sees the convention, and may export."""
    permissions = ("View", EXPORT)
    return all(api.user.has_permission(name, obj=convention) for name in permissions)


def sent(convention: Any, request: Any) -> filestream_iterator:
    """The archive, as far as the current user may see it; it takes no more memory if it is large.

    :raises Forbidden: the current user may not.
    """
    if not may_archive(convention):
        raise Forbidden(_("You may not take the file of this convention with you."))
    language = str(api.portal.get_current_language()).split("-")[0]
    with NamedTemporaryFile() as file:
        write(convention, file, language, today())
        file.flush()
        stream = filestream_iterator(file.name, "rb")
    as_file(request, f"{name_of(convention)}.zip", ZIP, len(stream))
    return stream
