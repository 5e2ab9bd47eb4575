"""``conventions billing statement``: what the bank says was paid is recorded."""

from collective.conventions.billing.payments.arriving import Arrival
from collective.conventions.billing.payments.arriving import arrivals
from collective.conventions.billing.payments.read import read
from collective.conventions.billing.payments.taking import said
from collective.conventions.billing.payments.taking import take
from collective.conventions.billing.payments.taking import Taken
from collective.conventions.clock import today
from collective.conventions.commands.actions import add_action
from collective.conventions.commands.actions import print_json
from collective.conventions.commands.billing_options import print_failures
from collective.conventions.commands.billing_options import shown
from collective.conventions.commands.database import CannotStart
from collective.conventions.commands.database import opened
from collective.conventions.commands.progress import Stop
from collective.conventions.progress import Progress
from collective.conventions.server.spaces import entered
from collective.conventions.server.spaces import has_space
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import Any
import argparse


def add_to(actions: Any) -> None:
    """Add the action."""
    action = add_action(
        actions,
        "statement",
        run_statement,
        "read a statement of the bank (CODA or CAMT.053) and record what pays an invoice for "
        "certain; the rest waits for a person. The exit code is 1 when something failed. The same "
        "file can be read again",
    )
    action.add_argument("file", type=Path, help="the file of the bank")
    action.add_argument(
        "--space", metavar="ID", help="look for invoices in this space only (default: in all)"
    )
    action.add_argument("--preview", action="store_true", help="show only, record nothing")


def run_statement(options: argparse.Namespace) -> int:
    """Record what a statement says, over all spaces or in one."""
    stop, done = Stop(), []
    with opened(options.conf) as app, shown(options, stop) as progress:
        work = partial(_previewed if options.preview else take, today=today())
        for statement in read(_bytes(options.file)):
            if options.space is None:
                done.append(_one(work, statement, progress("server"), app))
                continue
            if not has_space(app, options.space):
                raise CannotStart(f"there is no space “{options.space}”.")
            with entered(app, options.space):
                done.append(_one(work, statement, progress(options.space), None))
    if options.json:
        print_json([_plain(one) for one in done])
    else:
        for one in done:
            _tell(one)
    return 1 if any(one.failures for one in done) else 0


def _one(work: Any, statement: Any, progress: Progress, app: Any) -> Taken:
    found: Taken = work(statement, progress=progress, app=app)
    return found


def _previewed(statement: Any, today: Any, progress: Progress, app: Any) -> Taken:
    """What would be recorded, and what would wait."""
    found = arrivals(statement, today, app)
    recorded = tuple(one for one in found if one.certain)
    waiting = tuple(one for one in found if one.waits)
    return Taken(recorded, waiting, sum(one.known for one in found))


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise CannotStart(f"{file} cannot be read: {error.strerror}.") from None


def _tell(done: Taken) -> None:
    for one in done.recorded:
        print(f"  {said(one.entry)}: {', '.join(_invoices(one))}")
    for one in done.waiting:
        print(f"  WAITS: {said(one.entry)}: {one.entry.communication}".rstrip(": "))
    print_failures(done.failures)
    print(
        f"{len(done.recorded)} movements recorded, {len(done.waiting)} wait for a person, "
        f"{done.known} known before, {len(done.failures)} failed."
    )


def _invoices(arrival: Arrival) -> list[str]:
    return [f"{one.space} {one.number}" for one in arrival.invoices]


def _plain(done: Taken) -> dict[str, Any]:
    def told(one: Arrival) -> dict[str, Any]:
        return {"account": one.account, **asdict(one.entry), "invoices": _invoices(one)}

    return {
        "recorded": [told(one) for one in done.recorded],
        "waiting": [told(one) for one in done.waiting],
        "known": done.known,
        "failures": [asdict(one) for one in done.failures],
    }
