"""What each run did in a space: who, when, what was issued, what failed and why."""

from BTrees.OOBTree import OOBTree
from collective.conventions.progress import Failure
from dataclasses import asdict
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import datetime
from plone import api
from typing import Any
from zope.annotation.interfaces import IAnnotations


KEY = "collective.conventions.billing_runs"


@dataclass(frozen=True)
class Run:
    """One run: ``id`` is the same in every space of a run over all of them.

    ``issued`` are the numbers of what was issued; ``on`` is the day that was billed for.
    """

    id: str
    actor: str
    on: date
    begun: datetime
    ended: datetime | None = None
    issued: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = field(default=())

    @property
    def complete(self) -> bool:
        """Whether it came to its end."""
        return self.ended is not None


def runs() -> tuple[Run, ...]:
    """The runs of the present space, the latest first."""
    kept = IAnnotations(api.portal.get()).get(KEY, {})
    found = [_read(values) for values in kept.values()]
    return tuple(sorted(found, key=lambda run: run.begun, reverse=True))


def keep(run: Run) -> None:
    """Write a run down, in the place of what was known of it."""
    annotations = IAnnotations(api.portal.get())
    if KEY not in annotations:
        annotations[KEY] = OOBTree()
    annotations[KEY][run.id] = asdict(run)


def _read(values: dict[str, Any]) -> Run:
    failures = tuple(Failure(**failure) for failure in values["failures"])
    return Run(**{**values, "failures": failures})
