"""``conventions decisions``: folders sent to the decision systems, and their decisions fetched."""

from collections.abc import Callable
from collective.conventions.clock import today
from collective.conventions.commands.actions import add_action
from collective.conventions.commands.actions import add_group
from collective.conventions.commands.actions import print_json
from collective.conventions.commands.billing_options import add_space
from collective.conventions.commands.billing_options import print_failures
from collective.conventions.commands.billing_options import shown
from collective.conventions.commands.choosing import chosen
from collective.conventions.commands.database import CannotStart
from collective.conventions.commands.database import opened
from collective.conventions.commands.progress import Stop
from collective.conventions.exchange.connector.running import Exchanged
from collective.conventions.exchange.connector.running import fetch_all
from collective.conventions.exchange.connector.running import send_all
from collective.conventions.exchange.connector.systems import ENVIRONMENT
from collective.conventions.exchange.connector.systems import systems_of
from collective.conventions.server.spaces import entered
from dataclasses import asdict
from pathlib import Path
from typing import Any
import argparse
import os


#: What is told at the end of each action: done, and what needed nothing.
TOLD = {"send": ("sent", "sent before"), "fetch": ("recorded", "not decided yet")}


def add_to(commands: Any) -> None:
    """Add the command and its actions."""
    actions = add_group(
        commands, "decisions", "exchange folders and decisions with the decision systems"
    )
    for name, run, said in (
        (
            "send",
            run_send,
            "send each draft that has a decree and a planned sitting to the decision system of "
            "its space; what is there already is not sent again",
        ),
        (
            "fetch",
            run_fetch,
            "record what was decided, each decision in a transaction of its own; what was "
            "recorded before changes nothing",
        ),
    ):
        action = add_action(actions, name, run, said)
        add_space(action)
        action.add_argument(
            "--convention", action="append", default=[], metavar="UID", help="only this one"
        )
        action.add_argument(
            "--systems",
            type=Path,
            default=os.environ.get(ENVIRONMENT),
            metavar="FILE",
            help=f"the addresses and logins of the decision systems (default: ${ENVIRONMENT})",
        )


def run_send(options: argparse.Namespace) -> int:
    """Send, and say what was sent and what failed."""
    return _run(options, "send", send_all)


def run_fetch(options: argparse.Namespace) -> int:
    """Fetch, and say what was recorded and what failed."""
    return _run(options, "fetch", fetch_all)


def _run(options: argparse.Namespace, name: str, work: Callable[..., Exchanged]) -> int:
    if options.systems is None:
        raise CannotStart(f"name the file of the decision systems with --systems or ${ENVIRONMENT}")
    systems = systems_of(Path(options.systems))
    stop, found = Stop(), []
    with opened(options.conf) as app, shown(options, stop) as progress:
        for space in chosen(app, options.space):
            if stop.asked:
                break
            if space not in systems:
                if options.space:
                    raise CannotStart(f"“{space}” has no decision system in {options.systems}.")
                continue
            with entered(app, space):
                found.append(
                    work(space, systems[space], today(), progress(space), options.convention)
                )
    if options.json:
        print_json([asdict(one) for one in found])
    else:
        _tell(found, *TOLD[name])
    return 1 if stop.asked or any(one.failures or one.left for one in found) else 0


def _tell(found: list[Exchanged], done: str, same: str) -> None:
    for one in found:
        print(f"{one.space}: {len(one.done)} {done}, {one.same} {same}, ", end="")
        print(f"{len(one.failures)} failed.")
        print_failures(one.failures)
    left = sum(one.left for one in found)
    if left:
        print(f"Stopped; {left} are left. What was done is kept; the next call goes on.")
