"""What each run over the spaces of the server did: the record of the operator, on the root."""

from BTrees.OOBTree import OOBTree
from collective.conventions.clock import now
from collective.conventions.progress import Failure
from collective.conventions.server.journal import record
from collective.conventions.server.shelf import kept
from collective.conventions.server.shelf import shelf
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from persistent import Persistent
from typing import Any


NAME = "billing_runs"


@dataclass(frozen=True)
class Share:
    """What a run did in one space: how many documents it issued, and what failed and why."""

    space: str
    issued: int = 0
    failures: tuple[Failure, ...] = ()
    complete: bool = True


@dataclass(frozen=True)
class ServerRun:
    """A run over the spaces ``names``; its ``id`` is that of the run in each of them."""

    id: str
    actor: str
    on: date
    begun: datetime
    names: tuple[str, ...]
    ended: datetime | None = None
    shares: tuple[Share, ...] = ()

    @property
    def left(self) -> tuple[str, ...]:
        """The spaces that it has still to reach, or to finish."""
        done = {share.space for share in self.shares if share.complete}
        return tuple(name for name in self.names if name not in done)

    @property
    def issued(self) -> int:
        return sum(share.issued for share in self.shares)

    @property
    def failures(self) -> int:
        return sum(len(share.failures) for share in self.shares)


class Kept(Persistent):
    """A run as it is kept: one record for each space."""

    def __init__(self, run: ServerRun) -> None:
        self.run_id, self.actor, self.on, self.begun = run.id, run.actor, run.on, run.begun
        self.names = run.names
        self.ended: datetime | None = None
        self.shares = OOBTree()

    @property
    def run(self) -> ServerRun:
        shares = tuple(_share(name, self.shares[name]) for name in self.shares)
        facts = (self.run_id, self.actor, self.on, self.begun, self.names, self.ended)
        return ServerRun(*facts, shares)


def runs(app: Any) -> tuple[ServerRun, ...]:
    """Every run over the spaces, the latest first."""
    found = [one.run for one in (kept(app, NAME) or {}).values()]
    return tuple(sorted(found, key=lambda run: run.begun, reverse=True))


def find(app: Any, run_id: str) -> ServerRun | None:
    """The run of an id."""
    known = (kept(app, NAME) or {}).get(run_id)
    return known.run if known is not None else None


def begin(app: Any, run: ServerRun) -> None:
    """Write down that a run begins, in the journal of the server as well."""
    shelf(app, NAME)[run.id] = Kept(run)
    told = {"on": run.on.isoformat(), "spaces": len(run.names)}
    record(app, "billing_begun", actor=run.actor, subject=run.id, after=told)


def keep(app: Any, run_id: str, share: Share) -> None:
    """Write down what was done in a space, in the place of what was known of it."""
    failures = tuple((one.about, one.why) for one in share.failures)
    shelf(app, NAME)[run_id].shares[share.space] = (share.issued, failures, share.complete)


def end(app: Any, run_id: str) -> None:
    """Write down that a run has reached all of its spaces, in the journal as well."""
    known = shelf(app, NAME)[run_id]
    known.ended = now()
    told = {"issued": known.run.issued, "failures": known.run.failures}
    record(app, "billing_ended", actor=known.actor, subject=run_id, after=told)


def _share(name: str, values: tuple[int, tuple[tuple[str, str], ...], bool]) -> Share:
    issued, failures, complete = values
    return Share(name, issued, tuple(Failure(*one) for one in failures), complete)
