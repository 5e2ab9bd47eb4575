"""``conventions spaces``: make spaces, list them, take their figures, give a link anew."""

from collective.conventions.commands import moving
from collective.conventions.commands import spaces_create
from collective.conventions.commands import suspending
from collective.conventions.commands.addresses import url_option
from collective.conventions.commands.database import CannotStart
from collective.conventions.commands.database import opened
from collective.conventions.commands.links import told
from collective.conventions.commands.progress import shown_by
from collective.conventions.commands.progress import Stop
from collective.conventions.server.invitation import new_link
from collective.conventions.server.refreshing import refresh
from collective.conventions.server.spaces import has_space
from collective.conventions.server.spaces import spaces
from dataclasses import asdict
from typing import Any
import argparse
import json
import transaction


def add_to(commands: Any) -> None:
    """Add the command and its actions."""
    command = commands.add_parser("spaces", help="make, list and look at spaces")
    actions = command.add_subparsers(metavar="ACTION", required=True)
    spaces_create.add_to(actions)

    listing = actions.add_parser("list", help="list the spaces of the server")
    listing.add_argument("--json", action="store_true", help="print JSON")
    listing.set_defaults(run=run_list)
    moving.add_to(actions)
    suspending.add_to(actions)

    figures = actions.add_parser(
        "refresh",
        help="take the figures of every space for the console, and register those that are new; "
        "the exit code is 1 when one failed",
    )
    figures.add_argument("--json", action="store_true", help="print JSON")
    figures.set_defaults(run=run_refresh)

    link = actions.add_parser("link", help="a new one-time link for a manager of a space")
    link.add_argument("id", help="the space")
    link.add_argument("login", help="the manager who has lost his link or password")
    link.add_argument("--reason", required=True, help="who asked for it; kept in the journal")
    url_option(link, required=True)
    link.set_defaults(run=run_link)


def run_list(options: argparse.Namespace) -> None:
    """Print one space a line, or all of them as JSON."""
    with opened(options.conf) as app:
        found = spaces(app)
    if options.json:
        print(json.dumps([asdict(space) for space in found], ensure_ascii=False, indent=2))
    else:
        for space in found:
            print(f"{space.id}\t{space.language}\t{space.title}")


def run_refresh(options: argparse.Namespace) -> int:
    """Look at every space."""
    stop = Stop()
    with opened(options.conf) as app, stop.listening(), shown_by(options.json, stop) as shown:
        failures = refresh(app, shown("server"))
    if options.json:
        print(json.dumps([asdict(one) for one in failures], ensure_ascii=False, indent=2))
    else:
        for one in failures:
            print(f"{one.about}: {one.why}")
    return 1 if failures else 0


def run_link(options: argparse.Namespace) -> None:
    """Print a link; no password is made, mailed or shown."""
    with opened(options.conf) as app:
        if not has_space(app, options.id):
            raise CannotStart(f"there is no space “{options.id}”.")
        link = new_link(app, options.id, options.login, reason=options.reason)
        transaction.commit()
    print(told(link, options.url))
