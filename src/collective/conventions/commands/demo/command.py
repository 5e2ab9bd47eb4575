"""``conventions demo``: make the demo spaces that are not there yet."""

from collective.conventions.commands.database import opened
from collective.conventions.commands.demo.accounts import set_passwords
from collective.conventions.commands.demo.build import Builder
from collective.conventions.commands.demo.model import Demo
from collective.conventions.commands.demo.report import passwords_in
from collective.conventions.commands.demo.report import report
from collective.conventions.commands.demo.report import write
from collective.conventions.commands.demo.spaces import DEMOS
from collective.conventions.server.provision import create_space
from collective.conventions.server.spaces import entered
from collective.conventions.server.spaces import has_space
from pathlib import Path
from rich.console import Console
from rich.progress import BarColumn
from rich.progress import MofNCompleteColumn
from rich.progress import Progress
from rich.progress import TextColumn
from rich.progress import TimeElapsedColumn
from typing import Any
import argparse
import transaction


def add_to(commands: Any) -> None:
    """Add the command."""
    command = commands.add_parser(
        "demo", help="make the demo spaces; those that are there already keep their data"
    )
    command.add_argument("--url", default="http://localhost:8080", help="default: %(default)s")
    command.add_argument(
        "--out",
        type=Path,
        default=Path("var/demo.json"),
        help="the file for addresses, accounts and passwords (default: %(default)s)",
    )
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> None:
    """Make what is missing, one transaction a space, and write down how to enter.

    The file is written last, so it is there when everything is there. An interrupted run has left
    whole spaces; who runs it again gets the others, and new passwords for all.
    """
    console = Console()
    known = passwords_in(options.out)
    with opened(options.conf) as app:
        made = make_spaces(app, console)
        kept = {key: password for key, password in known.items() if key[0] not in made}
        passwords = set_passwords(app, kept)
        transaction.commit()
    content = report(options.url, passwords)
    write(options.out, content)
    for space in content["spaces"]:
        console.print(f"{space['url']}  {space['title']}", soft_wrap=True, highlight=False)
    console.print(f"Accounts and passwords: {options.out}", soft_wrap=True, highlight=False)


def make_spaces(app: Any, console: Console) -> set[str]:
    """Make the missing spaces and return their ids ("" stands for the server itself)."""
    missing = [demo for demo in DEMOS if not has_space(app, demo.id)]
    if not missing:
        return set()
    columns = (TextColumn("{task.description:<24}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=console) as progress:
        for demo in missing:
            task = progress.add_task(demo.title, total=len(demo.agreements) + 1)
            for _step in make_space(app, demo):
                progress.advance(task)
    return {demo.id for demo in missing}


def make_space(app: Any, demo: Demo) -> Any:
    """Make one space in one transaction; yield after every part of the work."""
    create_space(app, demo.id, demo.title, description=demo.description)
    yield
    with entered(app, demo.id) as portal:
        yield from Builder(portal, demo).fill()
    transaction.commit()
