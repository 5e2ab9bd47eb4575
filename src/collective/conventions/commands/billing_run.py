"""``conventions billing run`` and ``papers``: what is due is issued, and then printed."""

from collective.conventions.billing import everywhere
from collective.conventions.billing.everywhere import Papers
from collective.conventions.billing.server_runs import ServerRun
from collective.conventions.clock import today
from collective.conventions.commands.actions import add_action
from collective.conventions.commands.actions import print_json
from collective.conventions.commands.billing_options import add_date
from collective.conventions.commands.billing_options import add_space
from collective.conventions.commands.billing_options import day_of
from collective.conventions.commands.billing_options import print_failures
from collective.conventions.commands.billing_options import shown
from collective.conventions.commands.database import opened
from collective.conventions.commands.progress import Stop
from collective.conventions.server.journal import present_actor
from dataclasses import asdict
from typing import Any
import argparse


def add_to(actions: Any) -> None:
    """Add the two actions."""
    running = add_action(
        actions,
        "run",
        run_run,
        "issue all that is due, each document in a transaction of its own; the exit code is 1 "
        "when something failed. Can be interrupted and run again: nothing is issued twice",
    )
    running.add_argument("--resume", default="", metavar="RUN", help="go on with a stopped run")
    add_space(running)
    add_date(running)

    printing = add_action(
        actions,
        "papers",
        run_papers,
        "make and keep the PDF of every issued document that has none yet; the exit code is 1 "
        "when one could not be made",
    )
    add_space(printing)


def run_run(options: argparse.Namespace) -> int:
    """Issue, and say what was issued and what failed."""
    stop = Stop()
    with opened(options.conf) as app, shown(options, stop) as progress:
        done = everywhere.run(
            app,
            day_of(options),
            today(),
            by=present_actor(),
            names=options.space,
            run_id=options.resume,
            shown=progress,
        )
    if options.json:
        print_json({**asdict(done), "left": done.left})
    else:
        _tell(done)
    return 1 if done.failures else 0


def run_papers(options: argparse.Namespace) -> int:
    """Make papers, and say which could not be made."""
    stop = Stop()
    with opened(options.conf) as app, shown(options, stop) as progress:
        done = everywhere.papers(app, names=options.space, shown=progress)
    if options.json:
        print_json([asdict(one) for one in done])
    else:
        _tell_papers(done, stop)
    return 1 if any(one.failures for one in done) else 0


def _tell(done: ServerRun) -> None:
    for one in done.shares:
        print(f"{one.space}: {one.issued} documents issued, {len(one.failures)} failed.")
        print_failures(one.failures)
    print(f"Run {done.id}: {done.issued} documents issued, {done.failures} failed.")
    if done.left:
        print(
            f"Stopped; {len(done.left)} spaces are left. What was issued is kept: go on with "
            f"--resume {done.id}, or run again."
        )


def _tell_papers(done: list[Papers], stop: Stop) -> None:
    for one in done:
        print(f"{one.space}: {one.made} papers made, {len(one.failures)} failed.")
        print_failures(one.failures)
    if stop.asked:
        print("Stopped. What was made is kept; the next call goes on.")
