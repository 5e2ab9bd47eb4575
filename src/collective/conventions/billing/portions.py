"""A run in portions, for who waits for an answer: each ends soon, and the record keeps it.

Nothing is lost when nobody asks for the next one: what it left is due for any other run.
"""

from collective.conventions.billing import runs
from collective.conventions.billing.papers import keep_papers
from collective.conventions.billing.plan import candidates
from collective.conventions.billing.run import run
from collective.conventions.billing.runs import Run
from collective.conventions.progress import Failure
from collective.conventions.progress import Progress
from dataclasses import dataclass
from datetime import date


#: How many conventions, and how many papers, one portion takes.
CONVENTIONS, PAPERS = 25, 10


@dataclass(frozen=True)
class Portion:
    """How far a run has come: ``done`` of ``total`` conventions."""

    run: Run
    done: int
    total: int


class AtMost(Progress):
    """Stops after so many records."""

    def __init__(self, most: int) -> None:
        self.left = most

    @property
    def stopped(self) -> bool:
        return self.left <= 0

    def done(self, work: str, about: str) -> None:
        self.left -= 1

    def failed(self, work: str, failure: Failure) -> None:
        self.left -= 1


def go_on(on: date, today: date, run_id: str = "") -> Portion:
    """Issue what is due for some more conventions.

    :param on: the day that a new run bills for; one that goes on has its own.
    :param run_id: of the run that goes on; one that came to its end is left as it is.
    """
    known = runs.find(run_id) if run_id else None
    if known is None:
        done = run(on, today, AtMost(CONVENTIONS))
    elif known.complete:
        done = known
    else:
        done = run(known.on, today, AtMost(CONVENTIONS), known.id)
    paths = [record.getPath() for record in candidates()]
    ahead = [] if done.complete else [path for path in paths if path > done.reached]
    return Portion(done, len(paths) - len(ahead), len(paths))


def next_papers() -> tuple[int, tuple[Failure, ...]]:
    """Keep the papers of some documents: how many, and which could not be made and why."""
    return keep_papers(AtMost(PAPERS))
