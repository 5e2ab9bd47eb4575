"""``conventions storage``: what the spaces hold, counted in full, and how much they may hold."""

from collections.abc import Iterator
from collective.conventions import _
from collective.conventions.commands.database import opened
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.server.spaces import entered
from collective.conventions.server.spaces import has_space
from collective.conventions.server.spaces import spaces
from collective.conventions.space.census import count
from collective.conventions.space.limit import read_limit
from collective.conventions.space.limit import set_limit
from collective.conventions.space.report import report
from dataclasses import asdict
from rich.console import Console
from rich.progress import Progress
from typing import Any
import argparse
import json
import transaction


def add_to(commands: Any) -> None:
    """Add the command and its three actions."""
    command = commands.add_parser("storage", help="count and limit what the spaces hold")
    actions = command.add_subparsers(metavar="ACTION", required=True)

    counting = actions.add_parser(
        "count",
        help="count every file of the spaces in full and mend their ledgers; the exit code is 1 if "
        "any was wrong. Can be interrupted, and goes on where it was.",
    )
    counting.set_defaults(run=run_count)

    reporting = actions.add_parser("report", help="tell what the spaces hold and may hold")
    reporting.set_defaults(run=run_report)

    limiting = actions.add_parser("limit", help="set how much a space may hold")
    limiting.add_argument("space", help="the id of the space")
    limiting.add_argument("limit", help="as in 3GB; decimal, so 3000000000 bytes")
    limiting.set_defaults(run=run_limit)

    for action in (counting, reporting):
        action.add_argument("--space", help="the id of one space (default: all of them)")
        action.add_argument("--json", action="store_true", help="print JSON")


def run_count(options: argparse.Namespace) -> int:
    """Count, and tell every difference: what, how much, why."""
    told: dict[str, list[dict[str, Any]]] = {}
    with opened(options.conf) as app, Progress(console=Console(stderr=True)) as progress:
        for name in names(app, options.space):
            task = progress.add_task(name, total=None)
            with entered(app, name) as site:
                found = count(site, lambda records, task=task: progress.advance(task, records))
                told[name] = [{**asdict(one), "why": one.why} for one in found]
    if options.json:
        print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        for name, differences in told.items():
            for one in differences:
                where = ", ".join(one["holders"]) or "nobody"
                print(f"{name}: {one['found'] - one['counted']:+} bytes, {where}: {one['why']}")
            print(f"{name}: {len(differences)} differences.")
    return 1 if any(told.values()) else 0


def run_report(options: argparse.Namespace) -> None:
    """Print one space a line, or all that is known of them as JSON."""
    with opened(options.conf) as app:
        told = {name: facts(app, name) for name in names(app, options.space)}
    if options.json:
        print(json.dumps(told, ensure_ascii=False, indent=2))
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
    """Set the limit of one space."""
    limit = read_limit(options.limit)
    with opened(options.conf) as app:
        for name in names(app, options.space):
            with entered(app, name) as site:
                set_limit(site, limit)
        transaction.commit()
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
