"""Values in the shape of the fields."""

from collections.abc import Mapping
from collective.conventions.documents.filling.fields import Field
from typing import Any


_NOTHING: Mapping[str, Any] = {"text": "", "flag": False, "number": 0}


def empty(fields: Mapping[str, Field]) -> dict[str, Any]:
    """A record of which nothing is known."""
    return {name: _empty(field) for name, field in fields.items()}


def _empty(field: Field) -> Any:
    if field.kind == "record":
        return empty(field.fields)
    return [] if field.kind == "list" else _NOTHING[field.kind]
