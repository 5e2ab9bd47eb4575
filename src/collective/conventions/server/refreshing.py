"""Bringing the register and its figures up to what is really there."""

from collections.abc import Callable
from collective.conventions.clock import today
from collective.conventions.progress import Failure
from collective.conventions.progress import Progress
from collective.conventions.server.figures import take
from collective.conventions.server.journal import present_actor
from collective.conventions.server.journal import record
from collective.conventions.server.register import ACTIVE
from collective.conventions.server.register import entries
from collective.conventions.server.register import Entry
from collective.conventions.server.register import GONE
from collective.conventions.server.register import put
from collective.conventions.server.spaces import spaces
from dataclasses import replace
from typing import Any
import transaction


WORK = "figures"


def reconcile(app: Any) -> None:
    """Register the spaces that are not, and mark those that are no longer there."""
    there = {space.id: space for space in spaces(app)}
    known = {one.id: one for one in entries(app)}
    for name in sorted(set(there) - set(known)):
        put(app, Entry(name, there[name].title, created=today().isoformat()))
        record(app, "space_found", actor=present_actor(), subject=name)
    for name, one in known.items():
        if (name in there) == (one.state == GONE):
            state = ACTIVE if name in there else GONE
            put(app, replace(one, state=state))
            record(
                app,
                "space_found" if name in there else "space_gone",
                actor=present_actor(),
                subject=name,
                before={"state": one.state},
                after={"state": state},
            )


def refresh(app: Any, progress: Progress) -> list[Failure]:
    """Take the figures of every space, each in a transaction of its own.

    :returns: the spaces that could not be looked at; their old figures stay.
    """
    reconcile(app)
    transaction.commit()
    names = [one.id for one in entries(app) if one.state != GONE]
    return each(names, lambda name: take(app, name), progress, WORK)


def each(
    names: list[str], act: Callable[[str], Any], progress: Progress, work: str
) -> list[Failure]:
    """Do one thing for one space after the other; what fails is left as it was."""
    failures = []
    progress.begin(work, len(names))
    for name in names:
        if progress.stopped:
            break
        try:
            act(name)
            transaction.commit()
            progress.done(work, name)
        except Exception as error:
            transaction.abort()
            failures.append(Failure(name, f"{type(error).__name__}: {error}"))
            progress.failed(work, failures[-1])
    return failures
