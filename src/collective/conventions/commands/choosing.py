"""The spaces that a command works in."""

from collections.abc import Sequence
from collective.conventions.commands.database import CannotStart
from collective.conventions.server.spaces import has_space
from collective.conventions.server.spaces import spaces
from typing import Any


def chosen(app: Any, names: Sequence[str]) -> list[str]:
    """The spaces that are named, or all.

    :raises CannotStart: one of them is none.
    """
    for name in names:
        if not has_space(app, name):
            raise CannotStart(f"there is no space “{name}”.")
    return list(dict.fromkeys(names)) or [space.id for space in spaces(app)]
