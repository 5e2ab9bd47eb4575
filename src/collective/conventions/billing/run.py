"""A run: everything that is due is issued, each document in a transaction of its own.

It can be stopped and run again at any moment: what was issued is not due any more. Of two runs at
the same moment the database lets one try again, and what the other has issued is not due for it.
"""

from collections.abc import Mapping
from collections.abc import Sequence
from collective.conventions import _
from collective.conventions.billing import runs
from collective.conventions.billing.issue import issue
from collective.conventions.billing.plan import candidates
from collective.conventions.billing.plan import plan
from collective.conventions.billing.runs import Run
from collective.conventions.billing.telling import why
from collective.conventions.clock import now
from collective.conventions.committing import committed
from collective.conventions.interfaces import Conflict
from collective.conventions.journal.actor import actor
from collective.conventions.progress import Failure
from collective.conventions.progress import Progress
from dataclasses import replace
from datetime import date
from functools import partial
from plone.dexterity.utils import createContentInContainer
from typing import Any
from uuid import uuid4
import logging
import transaction


WORK = "billing"
#: Two runs take numbers of one issuer in turn, so each may have to wait for the other many times.
TRIES = 50
logger = logging.getLogger(__name__)


def run(
    on: date,
    today: date,
    progress: Progress | None = None,
    run_id: str = "",
    only: Sequence[str] = (),
    by: str = "",
) -> Run:
    """Issue what is due on the day ``on``, dated ``today``, and write down what was done.

    :param run_id: of a run that was stopped, to go on behind the convention that it has reached.
    :param only: the UIDs of the conventions that are billed; all of the space without any.
    :param by: who runs it, where that is not the current user.
    """
    progress = progress or Progress()
    done = _begun(run_id or uuid4().hex, on, by or actor())
    committed(partial(runs.keep, done), TRIES)
    records = [
        record
        for record in candidates()
        if record.getPath() > done.reached and (not only or record.UID in only)
    ]
    progress.begin(WORK, len(records))
    for record in records:
        if progress.stopped:
            break
        numbers, failure = bill(record, on, today, done.id)
        done = replace(done, issued=(*done.issued, *numbers), reached=record.getPath())
        about = f"{record.Title} ({record.getPath()})"
        if failure:
            done = replace(done, failures=(*done.failures, Failure(about, failure)))
            progress.failed(WORK, done.failures[-1])
        else:
            progress.done(WORK, about)
    else:
        done = replace(done, ended=now())
    committed(partial(runs.keep, done), TRIES)
    return done


def _begun(run_id: str, on: date, by: str) -> Run:
    """A new run, or one that goes on; one that came to its end begins again."""
    known = runs.find(run_id)
    if known is None:
        return Run(run_id, by, on, now())
    return replace(known, ended=None, failures=(), reached="") if known.complete else known


def bill(record: Any, on: date, today: date, run_id: str = "") -> tuple[tuple[str, ...], str]:
    """Issue what is due for one convention: the numbers, and why not all of it, if so.

    Each document is planned anew in its own transaction, so none is issued on old facts.

    :param run_id: of a run that is kept: its record gets each number as it is taken.
    """
    numbers: list[str] = []
    made: list[Mapping[str, Any]] = []
    try:
        while found := committed(partial(_next, record, on, today, run_id, made), TRIES):
            numbers.append(found[0])
            made.append(found[1])
    except Exception as error:
        transaction.abort()
        logger.info("%s could not be billed", record.getPath(), exc_info=True)
        return tuple(numbers), why(error)
    return tuple(numbers), ""


def _next(
    record: Any, on: date, today: date, run_id: str, made: Sequence[Mapping[str, Any]]
) -> tuple[str, Mapping[str, Any]] | None:
    """Issue the next document that is due: its number and values; nothing when none is left.

    :raises Conflict: it is one of those just ``made``: whatever the reason, nobody pays twice.
    """
    convention = record._unrestrictedGetObject()
    for planned in plan(convention, on, today):
        if planned.values in made:
            raise Conflict(_("The same document would be issued once more. It was stopped here."))
        invoice = createContentInContainer(convention, "Invoice", **planned.values)
        number = issue(invoice, today).number
        if run_id:
            runs.note(run_id, number)
        return number, planned.values
    return None
