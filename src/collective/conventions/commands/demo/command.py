"""``conventions demo``: make the demo spaces that are not there yet."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from collective.conventions.clock import today
from collective.conventions.commands.actions import add_action
from collective.conventions.commands.actions import print_json
from collective.conventions.commands.database import opened
from collective.conventions.commands.demo.accounts import set_passwords
from collective.conventions.commands.demo.billing import bill
from collective.conventions.commands.demo.build import Builder
from collective.conventions.commands.demo.desk import furnish
from collective.conventions.commands.demo.model import Demo
from collective.conventions.commands.demo.report import passwords_in
from collective.conventions.commands.demo.report import report
from collective.conventions.commands.demo.report import write
from collective.conventions.commands.demo.spaces import demos_on
from collective.conventions.server import figures
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
    command = add_action(
        commands, "demo", run, "make the demo spaces; those that are there already keep their data"
    )
    command.add_argument("--url", default="http://localhost:8080", help="default: %(default)s")
    command.add_argument(
        "--out",
        type=Path,
        default=Path("var/demo.json"),
        help="the file for addresses, accounts and passwords (default: %(default)s)",
    )


def run(options: argparse.Namespace) -> None:
    """Make what is missing and print where it is."""
    with opened(options.conf) as app:
        made = make(app, demos_on(today()), options.url, options.out, Console(stderr=True))
    if options.json:
        print_json({"spaces": made["spaces"], "accounts": options.out})
        return
    for space in made["spaces"]:
        print(f"{space['url']}  {space['title']}")
    print(f"Accounts and passwords: {options.out}")


def make(
    app: Any, demos: Sequence[Demo], url: str, out: Path, console: Console
) -> Mapping[str, Any]:
    """Make what is missing, one transaction a space, and write down in ``out`` how to enter.

    The file is written last, so it is there when everything is there. An interrupted run has left
    whole spaces; who runs it again gets the others, and new passwords for all.
    """
    known = passwords_in(out)
    made = make_spaces(app, demos, console)
    kept = {key: password for key, password in known.items() if key[0] not in made}
    bill(app, [demo.id for demo in demos if demo.id in made], today())
    passwords = set_passwords(app, demos, kept)
    furnish(app)
    transaction.commit()
    content = report(url, demos, passwords)
    write(out, content)
    return content


def make_spaces(app: Any, demos: Iterable[Demo], console: Console) -> set[str]:
    """Make the missing spaces and return their ids."""
    missing = [demo for demo in demos if not has_space(app, demo.id)]
    columns = (TextColumn("{task.description:<24}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeElapsedColumn(), console=console) as progress:
        for demo in missing:
            task = progress.add_task(demo.title, total=len(demo.agreements) + 1)
            for _part in make_space(app, demo):
                progress.advance(task)
    return {demo.id for demo in missing}


def make_space(app: Any, demo: Demo) -> Iterator[None]:
    """Make one space in one transaction; yield after every part of the work."""
    create_space(app, demo.id, demo.title, description=demo.description, facts=demo.facts)
    yield
    with entered(app, demo.id) as portal:
        for _convention in Builder(portal, demo).fill():
            yield
    transaction.commit()
    # What the space holds is known once it is stored.
    figures.take(app, demo.id)
    transaction.commit()
