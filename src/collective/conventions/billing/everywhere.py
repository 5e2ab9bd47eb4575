"""Billing over the spaces of the server: one that breaks leaves the others as they are.

Suspended spaces are billed like the others: what is due is due, whoever may enter them.
"""

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Sequence
from collective.conventions import _
from collective.conventions.billing import papers as papers_of_space
from collective.conventions.billing import run as run_of_space
from collective.conventions.billing import server_runs
from collective.conventions.billing.run import TRIES
from collective.conventions.billing.server_runs import ServerRun
from collective.conventions.billing.server_runs import Share
from collective.conventions.billing.telling import why
from collective.conventions.clock import now
from collective.conventions.committing import committed
from collective.conventions.interfaces import NotFound
from collective.conventions.progress import Failure
from collective.conventions.progress import Progress
from collective.conventions.server.hands import as_system
from collective.conventions.server.spaces import entered
from collective.conventions.server.spaces import has_space
from collective.conventions.server.spaces import spaces
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any
from uuid import uuid4
import logging
import transaction


logger = logging.getLogger(__name__)
#: How the work in a space is shown and stopped, by the id of the space.
Shown = Callable[[str], Progress]


@dataclass(frozen=True)
class Papers:
    """The papers that were made in a space, and those that could not be."""

    space: str
    made: int = 0
    failures: tuple[Failure, ...] = ()


def silent(space: str) -> Progress:
    """Shows nothing, and stops nothing."""
    return Progress()


def chosen(app: Any, names: Sequence[str]) -> tuple[str, ...]:
    """The spaces that are named, each once; all of them where none is.

    :raises NotFound: one of them is none.
    """
    for name in names:
        if not has_space(app, name):
            raise NotFound(_("There is no space “${id}”.", mapping={"id": name}))
    return tuple(dict.fromkeys(names)) or tuple(space.id for space in spaces(app))


def run(
    app: Any,
    on: date,
    today: date,
    *,
    by: str,
    names: Sequence[str] = (),
    run_id: str = "",
    shown: Shown = silent,
) -> ServerRun:
    """Issue in the spaces ``names``, or all, what is due on the day ``on``, dated ``today``.

    :param by: the operator who runs it; the documents are issued in no person's name.
    :param run_id: of a run that was stopped, to go on with its own day and spaces.
    :raises NotFound: there is no such space or run.
    """
    done = _begun(app, run_id, on, by, names)
    for name in done.left:
        progress = shown(name)
        if progress.stopped:
            break
        share = _run_in(app, name, done, today, progress)
        committed(partial(server_runs.keep, app, done.id, share), TRIES)
        app._p_jar.cacheMinimize()
    return _ended(app, done.id)


def papers(app: Any, *, names: Sequence[str] = (), shown: Shown = silent) -> list[Papers]:
    """Make the papers that are not kept yet, in the spaces ``names`` or in all.

    :raises NotFound: there is no such space.
    """
    done: list[Papers] = []
    for name in chosen(app, names):
        progress = shown(name)
        if progress.stopped:
            break
        try:
            with inside(app, name):
                made, failures = papers_of_space.keep_papers(progress)
            done.append(Papers(name, made, failures))
        except Exception as error:
            done.append(Papers(name, failures=(broken(name, error),)))
        app._p_jar.cacheMinimize()
    return done


def each(app: Any, names: Sequence[str], look: Callable[[Any], Any]) -> Iterator[tuple[str, Any]]:
    """What ``look`` finds in each space, or the ``Failure`` in its place; nothing is written."""
    for name in names:
        try:
            with inside(app, name) as portal:
                found = look(portal)
        except Exception as error:
            found = broken(name, error)
        yield name, found


@contextmanager
def inside(app: Any, name: str) -> Iterator[Any]:
    """Work in a space as the system itself, whoever the operator is."""
    with as_system(), entered(app, name) as portal:
        yield portal


def broken(name: str, error: Exception) -> Failure:
    """A space in which something broke; what it has not committed is given up."""
    transaction.abort()
    logger.warning("The space %s could not be billed", name, exc_info=error)
    return Failure(name, why(error))


def _begun(app: Any, run_id: str, on: date, by: str, names: Sequence[str]) -> ServerRun:
    if not run_id:
        made = ServerRun(uuid4().hex, by, on, now(), chosen(app, names))
        committed(partial(server_runs.begin, app, made), TRIES)
        return made
    known = server_runs.find(app, run_id)
    if known is None:
        raise NotFound(_("There is no run “${id}”.", mapping={"id": run_id}))
    return known


def _run_in(app: Any, name: str, done: ServerRun, today: date, progress: Progress) -> Share:
    try:
        with inside(app, name):
            made = run_of_space.run(done.on, today, progress, done.id, by=done.actor)
    except Exception as error:
        failure = broken(name, error)
        progress.failed(run_of_space.WORK, failure)
        return Share(name, failures=(failure,))
    return Share(name, len(made.issued), made.failures, made.complete)


def _ended(app: Any, run_id: str) -> ServerRun:
    """The run as it stands; one that has nothing left has come to its end."""
    found = server_runs.find(app, run_id)
    assert found is not None
    if not found.left and found.ended is None:
        committed(partial(server_runs.end, app, run_id), TRIES)
        return server_runs.find(app, run_id) or found
    return found
