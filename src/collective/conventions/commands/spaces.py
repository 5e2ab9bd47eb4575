"""``conventions spaces``: make spaces, list them, take their figures, give a link anew."""

from collective.conventions.commands import moving
from collective.conventions.commands import spaces_create
from collective.conventions.commands import suspending
from collective.conventions.commands.actions import add_action
from collective.conventions.commands.actions import add_group
from collective.conventions.commands.actions import print_json
from collective.conventions.commands.addresses import url_option
from collective.conventions.commands.database import CannotStart
from collective.conventions.commands.database import opened
from collective.conventions.commands.links import as_values
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
import transaction


def add_to(commands: Any) -> None:
    """Add the command and its actions."""
    actions = add_group(commands, "spaces", "make, list, look at, close and move spaces")
    spaces_create.add_to(actions)
    add_action(actions, "list", run_list, "list the spaces of the server")
    moving.add_to(actions)
    suspending.add_to(actions)
    add_action(
        actions,
        "refresh",
        run_refresh,
        "take the figures of every space for the console, and register those that are new",
    )
    link = add_action(actions, "link", run_link, "make a new one-time link for a manager")
    link.add_argument("id", help="the space")
    link.add_argument("login", help="the manager who has lost his link or password")
    link.add_argument("--reason", required=True, help="who asked for it; kept in the journal")
    url_option(link, required=True)


def run_list(options: argparse.Namespace) -> None:
    """Print one space a line, or all of them as JSON."""
    with opened(options.conf) as app:
        found = spaces(app)
    if options.json:
        print_json([asdict(space) for space in found])
    else:
        for space in found:
            print(f"{space.id}\t{space.language}\t{space.title}")


def run_refresh(options: argparse.Namespace) -> int:
    """Look at every space."""
    stop = Stop()
    with opened(options.conf) as app, stop.listening(), shown_by(options.json, stop) as shown:
        failures = refresh(app, shown("server"))
    if options.json:
        print_json([asdict(one) for one in failures])
    else:
        for one in failures:
            print(f"{one.about}: {one.why}")
        if stop.asked:
            print("Stopped. What was taken is kept.")
    return 1 if failures or stop.asked else 0


def run_link(options: argparse.Namespace) -> None:
    """Print a link; no password is made, mailed or shown."""
    with opened(options.conf) as app:
        if not has_space(app, options.id):
            raise CannotStart(f"there is no space “{options.id}”.")
        link = new_link(app, options.id, options.login, reason=options.reason)
        transaction.commit()
    if options.json:
        print_json(as_values(link, options.url))
    else:
        print(told(link, options.url))
