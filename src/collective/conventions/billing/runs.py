"""What each run did in a space: who, when, what was issued, what failed and why."""

from BTrees.IOBTree import IOBTree
from BTrees.OOBTree import OOBTree
from collective.conventions.progress import Failure
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from datetime import datetime
from persistent import Persistent
from plone import api
from zope.annotation.interfaces import IAnnotations


KEY = "collective.conventions.billing_runs"


@dataclass(frozen=True)
class Run:
    """One run: ``id`` is the same in every space of a run over all of them.

    ``issued`` are the numbers of what was issued; ``on`` is the day that was billed for.
    ``reached`` is the path of the last convention that was looked at.
    """

    id: str
    actor: str
    on: date
    begun: datetime
    ended: datetime | None = None
    issued: tuple[str, ...] = ()
    failures: tuple[Failure, ...] = field(default=())
    reached: str = ""

    @property
    def complete(self) -> bool:
        """Whether it came to its end."""
        return self.ended is not None


class Kept(Persistent):
    """A run as it is kept; a new number rewrites none of those before."""

    def __init__(self, run: Run) -> None:
        self.run_id, self.actor, self.on, self.begun = run.id, run.actor, run.on, run.begun
        self.numbers = IOBTree()

    def follow(self, run: Run) -> None:
        """Take over how far a run has come."""
        self.ended, self.reached = run.ended, run.reached
        self.failed = tuple((one.about, one.why) for one in run.failures)
        for number in run.issued[self.count :]:
            self.add(number)

    @property
    def count(self) -> int:
        return int(self.numbers.maxKey()) + 1 if self.numbers else 0

    def add(self, number: str) -> None:
        """One more document was issued."""
        self.numbers[self.count] = number

    @property
    def run(self) -> Run:
        return Run(
            self.run_id,
            self.actor,
            self.on,
            self.begun,
            self.ended,
            tuple(self.numbers.values()),
            tuple(Failure(*one) for one in self.failed),
            self.reached,
        )


def runs() -> tuple[Run, ...]:
    """The runs of the present space, the latest first."""
    kept = IAnnotations(api.portal.get()).get(KEY, {})
    found = [one.run for one in kept.values()]
    return tuple(sorted(found, key=lambda run: run.begun, reverse=True))


def find(run_id: str) -> Run | None:
    """The run that was kept in the present space under an id."""
    kept = IAnnotations(api.portal.get()).get(KEY, {}).get(run_id)
    return kept.run if kept is not None else None


def keep(run: Run) -> None:
    """Write a run down, or how far it has come since; what it has issued is never taken back."""
    annotations = IAnnotations(api.portal.get())
    if KEY not in annotations:
        annotations[KEY] = OOBTree()
    if run.id not in annotations[KEY]:
        annotations[KEY][run.id] = Kept(run)
    annotations[KEY][run.id].follow(run)


def note(run_id: str, number: str) -> None:
    """Write down, in the transaction that issues it, what a kept run has issued."""
    IAnnotations(api.portal.get())[KEY][run_id].add(number)
