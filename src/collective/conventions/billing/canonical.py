"""A document as text that says the same wherever it is written, and back."""

from collections.abc import Mapping
from collective.conventions.terms.document import Document
from dataclasses import asdict
from dataclasses import fields
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from hashlib import sha256
from types import NoneType
from types import UnionType
from typing import Any
from typing import get_args
from typing import get_origin
from typing import get_type_hints
import json


def write(document: Document) -> str:
    """The document as JSON: names sorted, days by ISO 8601, numbers as they were given."""
    return json.dumps(
        asdict(document),
        default=_plain,
        ensure_ascii=False,
        separators=(",", ":"),
        sort_keys=True,
    )


def read(text: str) -> Document:
    """The document that ``write`` has written."""
    found: Document = _made(Document, json.loads(text))
    return found


def checksum(data: bytes) -> str:
    """The SHA-256 of what is kept."""
    return sha256(data).hexdigest()


def _plain(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(type(value).__name__)


def _made(kind: Any, value: Any) -> Any:
    """``value`` as an instance of ``kind``, one of the types that documents are made of."""
    if isinstance(kind, UnionType):
        if value is None:
            return None
        (kind,) = (one for one in get_args(kind) if one is not NoneType)
    if is_dataclass(kind):
        return _record(kind, value)
    if get_origin(kind) is tuple:
        return tuple(_made(get_args(kind)[0], one) for one in value)
    if kind is date:
        return date.fromisoformat(value)
    return kind(value)


def _record(kind: Any, values: Mapping[str, Any]) -> Any:
    hints = _hints(kind)
    return kind(
        **{name: _made(hints[name], value) for name, value in values.items() if name in hints}
    )


@cache
def _hints(kind: Any) -> dict[str, Any]:
    """The fields of a dataclass with their types."""
    found = get_type_hints(kind)
    return {item.name: found[item.name] for item in fields(kind)}
