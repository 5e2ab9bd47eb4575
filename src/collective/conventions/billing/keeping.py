"""What a space, or the root of the server, keeps for billing under a name."""

from BTrees.OOBTree import OOBTree
from collective.conventions.server import shelf
from typing import Any
from zope.annotation.interfaces import IAnnotations


PREFIX = "collective.conventions"


def kept(place: Any, name: str) -> Any:
    """What is kept under ``name``, for readers: None where there is nothing; never made."""
    if is_root(place):
        return shelf.kept(place, name)
    return IAnnotations(place).get(f"{PREFIX}.{name}")


def tree(place: Any, name: str) -> Any:
    """The tree that is kept under ``name``, for writers: made where it is not there yet."""
    if is_root(place):
        return shelf.shelf(place, name)
    annotations, key = IAnnotations(place), f"{PREFIX}.{name}"
    if key not in annotations:
        annotations[key] = OOBTree()
    return annotations[key]


def is_root(place: Any) -> bool:
    """Whether it is the root of the server, and no space."""
    return bool(place.getPhysicalPath() == ("",))
