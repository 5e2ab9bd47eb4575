"""A model of one's own that begins as a copy of another one."""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.documents.library.models import find
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from dataclasses import asdict
from plone import api
from typing import Any


FOLDER = "library"
ADD = "collective.conventions: Add Model"


def library() -> Any:
    """The folder of the models of the space.

    :raises Conflict: it is not there.
    """
    folder = api.portal.get().get(FOLDER)
    if folder is None:
        raise Conflict(_("This space has no folder for its models."))
    return folder


def adapt(name: str, title: str = "") -> Any:
    """A new model in the space, with the words of another one.

    :param name: the id of a model, with or without a version.
    :param title: what it is to be called; by default as the other one.
    :raises NotFound: there is no such model.
    :raises Forbidden: the current user may not add models.
    """
    entry, folder = find(name), library()
    if not api.user.has_permission(ADD, obj=folder):
        raise Forbidden(_("You may not add models to this space."))
    values: Mapping[str, Any] = {
        "kind": entry.kind,
        "purpose": entry.purpose or None,
        "language": entry.language,
        "source": entry.source,
        "file": entry.file,
        "adapted_from": entry.name,
        "text": [asdict(part) for part in entry.text],
    }
    return api.content.create(
        folder, "Model", title=title or entry.title, description=entry.description, **values
    )
