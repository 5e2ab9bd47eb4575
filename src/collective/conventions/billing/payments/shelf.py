"""Movements that wait for a person, in a space or on the root; and which have been dealt with.

What has been recorded is known on the root of the server by the reference of its movement alone,
so that nothing is recorded twice, wherever its statement is read, and by however many at once.
"""

from collective.conventions.billing.keeping import kept
from collective.conventions.billing.keeping import tree
from collective.conventions.billing.payments.statement import Entry
from dataclasses import asdict
from dataclasses import dataclass
from datetime import date
from typing import Any


WAITING = "payments_waiting"
TAKEN = "payments_taken"


@dataclass(frozen=True)
class Shelved:
    """A movement on ``account`` that waits since a day; with a ``reason`` it is set aside."""

    account: str
    entry: Entry
    since: date
    reason: str = ""
    actor: str = ""


def shelved(place: Any) -> tuple[Shelved, ...]:
    """What waits or is set aside in a space or on the root, the latest first."""
    found = (_read(values) for values in (kept(place, WAITING) or {}).values())
    open_ones = (one for one in found if not was_taken(place, one.entry.reference))
    return tuple(sorted(open_ones, key=lambda one: one.entry.day, reverse=True))


def find(place: Any, reference: str) -> Shelved | None:
    """What is kept of a movement; ``None`` where nothing is, or it was recorded since."""
    values = (kept(place, WAITING) or {}).get(reference)
    return None if values is None or was_taken(place, reference) else _read(values)


def put(place: Any, one: Shelved) -> None:
    """Keep a movement, in the place of what was known of it."""
    tree(place, WAITING)[one.entry.reference] = asdict(one)


def was_taken(place: Any, reference: str) -> bool:
    """Whether a movement has been recorded, wherever."""
    return reference in (kept(place.getPhysicalRoot(), TAKEN) or {})


def take_down(place: Any, reference: str, today: date) -> None:
    """Note that a movement is recorded; of two who do so at once, one has to try again."""
    tree(place.getPhysicalRoot(), TAKEN)[reference] = today.isoformat()
    if reference in (kept(place, WAITING) or {}):
        del tree(place, WAITING)[reference]


def _read(values: dict[str, Any]) -> Shelved:
    return Shelved(**{**values, "entry": Entry(**values["entry"])})
