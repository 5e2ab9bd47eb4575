"""The chain: each entry carries the hash of the one before, so an alteration shows."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import asdict
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any
import json


GENESIS = "0" * 64


@dataclass(frozen=True)
class Entry:
    """One record: who did what when, with the values before and after.

    ``instant`` is UTC, ISO 8601. ``before`` and ``after`` map field names to plain JSON values.
    """

    number: int
    instant: str
    actor: str
    action: str
    subject: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    reason: str
    previous: str
    hash: str


@dataclass(frozen=True)
class Break:
    """Where a chain does not hold: the number of the entry, and ``altered`` or ``missing``."""

    number: int
    kind: str


def plain(value: Any) -> Any:
    """A value as JSON can carry it: dates as ISO text, decimals as text, rows as mappings."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, Mapping):
        return {str(name): plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(item) for item in value]
    if hasattr(value, "filename"):
        return {
            "filename": value.filename,
            "size": value.getSize(),
            "sha256": sha256(value.data).hexdigest(),
        }
    return str(value)


def digest(values: Mapping[str, Any]) -> str:
    """SHA-256 over the canonical JSON of everything but the hash itself."""
    content = {name: value for name, value in values.items() if name != "hash"}
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode("utf-8")).hexdigest()


def seal(**values: Any) -> Entry:
    """The entry of these values, with its hash."""
    return Entry(**values, hash=digest(values))


def verify(entries: Iterable[Entry], length: int | None = None) -> tuple[Break, ...]:
    """Every place at which the chain does not hold; empty when it is whole.

    :param length: how many entries there must be, so a cut tail shows too.
    """
    breaks: list[Break] = []
    previous, expected = GENESIS, 1
    for entry in entries:
        if entry.number != expected:
            breaks.append(Break(expected, "missing"))
        elif entry.previous != previous or entry.hash != digest(asdict(entry)):
            breaks.append(Break(entry.number, "altered"))
        previous, expected = entry.hash, entry.number + 1
    if length is not None and expected <= length:
        breaks.append(Break(expected, "missing"))
    return tuple(breaks)
