"""Where the server keeps what belongs to no single space: on the root of the database."""

from Acquisition import aq_base
from BTrees.OOBTree import OOBTree
from collections.abc import Callable
from typing import Any


NAME = "_conventions_server"


def shelf(app: Any, name: str, make: Callable[[], Any] = OOBTree) -> Any:
    """What is kept under ``name``, for writers: made where it is not there yet."""
    root = aq_base(app)
    if not hasattr(root, NAME):
        setattr(root, NAME, OOBTree())
    kept = getattr(root, NAME)
    if name not in kept:
        kept[name] = make()
    return kept[name]


def kept(app: Any, name: str) -> Any:
    """What is kept under ``name``, for readers: None where there is nothing; never made."""
    return getattr(aq_base(app), NAME, {}).get(name)
