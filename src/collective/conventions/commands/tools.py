"""``conventions tools``: which versions the spaces have, and bringing them up to the software."""

from collections.abc import Sequence
from collective.conventions.commands.actions import add_action
from collective.conventions.commands.actions import add_group
from collective.conventions.commands.actions import print_json
from collective.conventions.commands.choosing import chosen
from collective.conventions.commands.database import opened
from collective.conventions.commands.progress import shown_by
from collective.conventions.commands.progress import Stop
from collective.conventions.server.journal import present_actor
from collective.conventions.server.spaces import entered
from collective.conventions.server.tools.profiles import software
from collective.conventions.server.tools.upgrade import failures
from collective.conventions.server.tools.upgrade import Outcome
from collective.conventions.server.tools.upgrade import upgrade
from collective.conventions.server.tools.versions import pending_of
from collective.conventions.server.tools.versions import versions
from dataclasses import asdict
from typing import Any
import argparse


def add_to(commands: Any) -> None:
    """Add the command and its actions."""
    actions = add_group(commands, "tools", "list and upgrade what is installed in the spaces")
    listing = add_action(
        actions, "list", run_list, "list the versions in each space and what waits"
    )
    _add_space(listing)

    upgrading = add_action(
        actions,
        "upgrade",
        run_upgrade,
        "upgrade spaces, each in a transaction of its own; one that fails is left as it was",
    )
    which = upgrading.add_mutually_exclusive_group(required=True)
    _add_space(which)
    which.add_argument("--all", action="store_true", help="every space in which something waits")


def _add_space(parser: Any) -> None:
    parser.add_argument(
        "--space", action="append", default=[], metavar="ID", help="only this one; repeatable"
    )


def run_list(options: argparse.Namespace) -> None:
    """Print what each space has, and what waits to be upgraded."""
    with opened(options.conf) as app:
        found = list_versions(app, options.space)
    if options.json:
        print_json(found)
        return
    for space in found:
        print(f"{space['space']}:")
        for one in space["versions"]:
            waits = f" -> {one['available']} ({one['pending']} steps)" if one["pending"] else ""
            print(f"  {one['profile']}\t{one['installed']}{waits}")
        if space["failure"]:
            print(f"  The last upgrade failed: {space['failure']}")


def list_versions(app: Any, names: Sequence[str]) -> list[dict[str, Any]]:
    """What each of the spaces has, as JSON carries it."""
    failed, server, found = failures(app), software(), []
    for name in chosen(app, names):
        with entered(app, name) as portal:
            known = [asdict(one) for one in versions(portal, server)]
        why = failed[name].why if name in failed else None
        found.append({"space": name, "versions": known, "failure": why})
    return found


def run_upgrade(options: argparse.Namespace) -> int:
    """Upgrade, and say what has become of each space."""
    stop = Stop()
    with (
        opened(options.conf) as app,
        stop.listening(),
        shown_by(options.json, stop) as shown,
    ):
        names = chosen(app, options.space)
        waiting = pending_of(app, names)
        todo = [name for name in names if waiting[name] or not options.all]
        outcomes = upgrade(app, todo, shown("server"), actor=present_actor())
    left = todo[len(outcomes) :]
    if options.json:
        print_json({"spaces": [asdict(one) for one in outcomes], "left": left})
    else:
        _tell(outcomes, left)
    return 1 if left or any(one.failure for one in outcomes) else 0


def _tell(outcomes: Sequence[Outcome], left: Sequence[str]) -> None:
    for one in outcomes:
        if one.failure:
            print(f"{one.space}: left as it was: {one.failure}")
            continue
        moved = [f"{name} {one.before[name]} -> {one.after[name]}" for name in one.after]
        print(f"{one.space}: {', '.join(moved) or 'nothing to do'}")
    failed = sum(bool(one.failure) for one in outcomes)
    print(f"{len(outcomes) - failed} spaces upgraded, {failed} failed, {len(left)} left.")
    if left:
        print("Stopped. What was done is kept; the next run goes on.")
