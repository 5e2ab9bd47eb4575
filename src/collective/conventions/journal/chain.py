"""The chain: each entry carries the hash of the one before, so an alteration shows."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import asdict
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
import json


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


def genesis(uid: str) -> str:
    """What stands before the first entry; bound to the thing, so no foreign chain fits in."""
    return sha256(uid.encode("utf-8")).hexdigest()


def digest(values: Mapping[str, Any]) -> str:
    """SHA-256 over the canonical JSON of everything but the hash itself."""
    content = {name: value for name, value in values.items() if name != "hash"}
    text = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode("utf-8")).hexdigest()


def seal(**values: Any) -> Entry:
    """The entry of these values, with its hash."""
    return Entry(**values, hash=digest(values))


def verify(
    places: Iterable[tuple[int, Entry]], first: str, length: int, last: str
) -> tuple[Break, ...]:
    """Every place at which the chain does not hold; empty when it is whole.

    :param places: the number under which each entry lies, and the entry, in ascending order.
    :param first: what the first entry must point back to (``genesis``).
    :param length: how many entries there must be, so a cut tail shows too.
    :param last: the hash that the last entry must have.
    """
    breaks: list[Break] = []
    previous, expected = first, 1
    for number, entry in places:
        breaks += [Break(lost, "missing") for lost in range(expected, number)]
        follows = entry.previous == previous or number != expected
        if entry.number != number or entry.hash != digest(asdict(entry)) or not follows:
            breaks.append(Break(number, "altered"))
        previous, expected = entry.hash, number + 1
    breaks += [Break(lost, "missing") for lost in range(expected, length + 1)]
    breaks += [Break(extra, "altered") for extra in range(length + 1, expected)]
    if not breaks and previous != last:
        breaks.append(Break(length, "altered"))
    return tuple(breaks)
