"""Looking content up by its UID: its path, its type, and itself, without waking anything else."""

from plone import api
from typing import Any


def record_of(uid: str) -> int | None:
    """The record of content in the catalog; None where it is gone."""
    return _index("UID")._index.get(uid) if uid else None


def path_of(record: int) -> str:
    """The path of a record, below the site."""
    root = "/".join(api.portal.get().getPhysicalPath())
    path = api.portal.get_tool("portal_catalog").getpath(record)
    return str(path).removeprefix(root).strip("/")


def type_of(record: int) -> str:
    """The type of a record."""
    return str(_index("portal_type").getEntryForObject(record, ""))


def content_of(uid: str) -> Any:
    """The content of a UID, whoever asks; None where it is gone."""
    record = record_of(uid)
    if record is None:
        return None
    return api.portal.get().unrestrictedTraverse(path_of(record), None)


def _index(name: str) -> Any:
    return api.portal.get_tool("portal_catalog")._catalog.getIndex(name)
