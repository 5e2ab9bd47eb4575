"""507: the numbers that say why there is no room."""

from collective.conventions.interfaces import InsufficientStorage
from collective.conventions.services.refusals.view import Refusal
from typing import Any


class NoRoom(Refusal):
    """A refusal with the bytes that are used, allowed and needed."""

    def render_exception(self, exception: InsufficientStorage) -> dict[str, Any]:
        numbers = {"used": exception.used, "limit": exception.limit, "needed": exception.needed}
        return {**super().render_exception(exception), **numbers}
