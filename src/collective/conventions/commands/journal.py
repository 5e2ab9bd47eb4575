"""``conventions journal``: verify the journals of all spaces."""

from collective.conventions.commands.actions import add_action
from collective.conventions.commands.actions import add_group
from collective.conventions.commands.actions import print_json
from collective.conventions.commands.database import opened
from collective.conventions.journal.storage import journals
from collective.conventions.server.journal import breaks
from collective.conventions.server.journal import history
from collective.conventions.server.journal import UID
from collective.conventions.server.spaces import entered
from collective.conventions.server.spaces import spaces
from typing import Any
import argparse


def add_to(commands: Any) -> None:
    """Add the command and its action."""
    actions = add_group(commands, "journal", "verify the journals")
    add_action(
        actions,
        "verify",
        run_verify,
        "look for altered or missing entries; the exit code is 1 if there are any",
    )


def run_verify(options: argparse.Namespace) -> int:
    """Verify every journal of every space and tell which entries do not hold."""
    with opened(options.conf) as app:
        verified, broken = verify(app)
    if options.json:
        print_json({"journals": verified, "breaks": broken})
    else:
        for found in broken:
            print("{space}: “{title}” ({uid}), entry {number}: {kind}".format(**found))
        print(f"{verified} journals verified, {len(broken)} entries do not hold.")
    return 1 if broken else 0


def verify(app: Any) -> tuple[int, list[dict[str, Any]]]:
    """How many journals there are, that of the server among them, and where one does not hold."""
    verified = 1 if history(app) else 0
    broken: list[dict[str, Any]] = [
        {"space": "", "uid": UID, "title": "server", "number": found.number, "kind": found.kind}
        for found in breaks(app)
    ]
    for space in spaces(app):
        with entered(app, space.id):
            for uid, journal in journals().items():
                verified += 1
                broken += [
                    {
                        "space": space.id,
                        "uid": uid,
                        "title": journal.title,
                        "number": found.number,
                        "kind": found.kind,
                    }
                    for found in journal.breaks()
                ]
    return verified, broken
