"""``conventions spaces``: make a space, list the spaces of the server."""

from collective.conventions.commands.database import opened
from collective.conventions.server import spaces
from collective.conventions.server.provision import create_space
from collective.conventions.server.provision import LANGUAGES
from collective.conventions.server.provision import Manager
from dataclasses import asdict
from getpass import getpass
from typing import Any
import argparse
import json
import sys
import transaction


def add_to(commands: Any) -> None:
    """Add the command and its two actions."""
    command = commands.add_parser("spaces", help="make and list spaces")
    actions = command.add_subparsers(metavar="ACTION", required=True)

    create = actions.add_parser("create", help="make a space with the add-on installed")
    create.add_argument("id", help="its id, a part of its address: small letters, digits, hyphens")
    create.add_argument("title", help="the name of the entity")
    create.add_argument("--description", default="", help="one sentence about it")
    create.add_argument("--language", choices=LANGUAGES, default="fr", help="default: %(default)s")
    create.add_argument(
        "--manager",
        nargs=3,
        metavar=("LOGIN", "NAME", "EMAIL"),
        help="its first member; the password is asked for, or read from the standard input",
    )
    create.set_defaults(run=run_create)

    listing = actions.add_parser("list", help="list the spaces of the server")
    listing.add_argument("--json", action="store_true", help="print JSON")
    listing.set_defaults(run=run_list)


def run_create(options: argparse.Namespace) -> None:
    """Make a space in one transaction."""
    manager = Manager(*options.manager, password()) if options.manager else None
    with opened(options.conf) as app:
        create_space(
            app,
            options.id,
            options.title,
            language=options.language,
            description=options.description,
            manager=manager,
        )
        transaction.commit()
    print(f"Made the space {options.id}.")


def password() -> str:
    """A password that nobody sees: not on the screen, not in the list of processes."""
    if sys.stdin.isatty():
        return getpass("Password of the first member: ")
    return sys.stdin.readline().rstrip("\n")


def run_list(options: argparse.Namespace) -> None:
    """Print one space a line, or all of them as JSON."""
    with opened(options.conf) as app:
        found = spaces.spaces(app)
    if options.json:
        print(json.dumps([asdict(space) for space in found], ensure_ascii=False, indent=2))
    else:
        for space in found:
            print(f"{space.id}\t{space.language}\t{space.title}")
