"""``conventions storage``: what the spaces hold, counted in full, and how much they may hold."""

from collections.abc import Iterator
from collective.conventions import _
from collective.conventions.commands.actions import add_action
from collective.conventions.commands.actions import add_group
from collective.conventions.commands.actions import print_json
from collective.conventions.commands.database import opened
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.server.changing import change
from collective.conventions.server.refreshing import reconcile
from collective.conventions.server.spaces import entered
from collective.conventions.server.spaces import has_space
from collective.conventions.server.spaces import spaces
from collective.conventions.space.census import count
from collective.conventions.space.limit import read_limit
from collective.conventions.space.report import report
from dataclasses import asdict
from rich.console import Console
from rich.progress import Progress
from typing import Any
import argparse
import sys
import transaction


def add_to(commands: Any) -> None:
    """Add the command and its three actions."""
    actions = add_group(commands, "storage", "count and limit what the spaces hold")
    counting = add_action(
        actions,
        "count",
        run_count,
        "count every file of the spaces in full and mend their ledgers; the exit code is 1 if any "
        "was wrong",
        "An interrupted count goes on where it was.",
    )
    reporting = add_action(actions, "report", run_report, "tell what the spaces hold and may hold")
    for action in (counting, reporting):
        action.add_argument("--space", help="the id of one space (default: all of them)")

    limiting = add_action(actions, "limit", run_limit, "set how much a space may hold")
    limiting.add_argument("space", help="the id of the space")
    limiting.add_argument("limit", help="as in 3GB; decimal, so 3000000000 bytes")
    limiting.add_argument("--reason", default="", help="why; kept in the journal of the server")


def run_count(options: argparse.Namespace) -> int:
    """Count, and tell every difference: what, how much, why."""
    told: dict[str, list[dict[str, Any]]] = {}
    failed = []
    with opened(options.conf) as app, Progress(console=Console(stderr=True)) as progress:
        for name in names(app, options.space):
            try:
                told[name] = counted(app, name, progress)
            except Exception as error:
                transaction.abort()
                failed.append(f"{name}: {type(error).__name__}: {error}")
    for why in failed:
        print(f"conventions: not counted: {why}", file=sys.stderr)
    if options.json:
        print_json(told)
    else:
        for name, differences in told.items():
            for one in differences:
                where = ", ".join(one["holders"]) or "nobody"
                print(f"{name}: {one['found'] - one['counted']:+} bytes, {where}: {one['why']}")
            print(f"{name}: {len(differences)} differences.")
    return 1 if failed or any(told.values()) else 0


def counted(app: Any, name: str, progress: Progress) -> list[dict[str, Any]]:
    """Count one space; gives its differences as plain values."""
    task = progress.add_task(name, total=None)
    with entered(app, name) as site:
        found = count(site, lambda records: progress.advance(task, records))
        return [{**asdict(one), "why": one.why} for one in found]


def run_report(options: argparse.Namespace) -> None:
    """Print one space a line, or all that is known of them as JSON."""
    with opened(options.conf) as app:
        told = {name: facts(app, name) for name in names(app, options.space)}
    if options.json:
        print_json(told)
    else:
        for name, fact in told.items():
            print(f"{name}\t{fact['used']}\t{fact['limit']}\t{fact['percent']} %")


def facts(app: Any, name: str) -> dict[str, Any]:
    """What a space holds, as plain values."""
    with entered(app, name) as site:
        told = report(site)
    return {
        "used": told.room.used,
        "limit": told.room.limit,
        "percent": told.room.percent,
        "kinds": {share.name: share.octets for share in told.kinds},
        "reclaimable": asdict(told.gain),
        "count": told.count,
    }


def run_limit(options: argparse.Namespace) -> None:
    """Set the limit of one space, as the operator does on its page in the register."""
    limit = read_limit(options.limit)
    with opened(options.conf) as app:
        reconcile(app)
        change(app, options.space, {"limit": limit}, reason=options.reason)
        transaction.commit()
    if options.json:
        print_json({"space": options.space, "limit": limit})
    else:
        print(f"{options.space} may hold {limit} bytes.")


def names(app: Any, wanted: str | None) -> Iterator[str]:
    """The spaces that were asked for.

    :raises UnprocessableEntity: there is no such space.
    """
    if wanted is None:
        yield from (space.id for space in spaces(app))
    elif has_space(app, wanted):
        yield wanted
    else:
        raise UnprocessableEntity(_("There is no space “${id}”.", mapping={"id": wanted}))
