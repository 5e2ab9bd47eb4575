"""``conventions spaces export`` and ``import``: one space in one file."""

from collections import deque
from collective.conventions.commands.actions import add_action
from collective.conventions.commands.actions import print_json
from collective.conventions.commands.backup import shown
from collective.conventions.commands.database import opened
from collective.conventions.server.backup.bring_in import bring_in
from collective.conventions.server.backup.copies import named
from collective.conventions.server.backup.export import export
from collective.conventions.server.backup.export import reading
from collective.conventions.server.backup.parcel import Label
from collective.conventions.server.backup.source import Files
from collective.conventions.server.backup.source import source
from collective.conventions.server.figures import take
from collective.conventions.server.spaces import entered
from collective.conventions.space.census import count
from collective.conventions.space.ledger import ledger_of
from dataclasses import asdict
from pathlib import Path
from typing import Any
import argparse
import transaction


def add_to(actions: Any) -> None:
    """Add the two actions to those of ``conventions spaces``."""
    made = add_action(
        actions, "export", run_export, "write a space into one file, while people work"
    )
    made.add_argument("id", help="its id")
    made.add_argument("file", type=Path, metavar="FILE", help="the file to make")
    made.add_argument(
        "--copy", type=Path, help="take it from a copy, or from the latest copy of a folder"
    )

    made = add_action(
        actions,
        "import",
        run_import,
        "bring in the space of a file; only from an origin that you trust",
    )
    made.add_argument("file", type=Path, metavar="FILE", help="a file that “export” has made")
    made.add_argument("--id", default="", help="its id here (default: the one that it had)")


def run_export(options: argparse.Namespace) -> int:
    """Export a space; the exit code is 1 where something that it refers to was not there."""
    if options.copy:
        copy = named(options.copy)
        origin: Any = Files(copy.data, copy.blobs)
    else:
        origin = source(options.conf)
    with (
        shown("export", options.json) as progress,
        origin.opened() as storage,
        reading(storage) as app,
    ):
        label = export(app, options.id, options.file, progress)
    _tell(f"Exported {label.id} to {options.file}", label, options.json)
    return 1 if label.lacking else 0


def run_import(options: argparse.Namespace) -> None:
    """Import a space in one transaction."""
    with opened(options.conf) as app, shown("import", options.json) as progress:
        label = bring_in(app, options.file, options.id, progress)
        transaction.commit()
        name = options.id or label.id
        with entered(app, name) as site:
            if ledger_of(site) is not None:
                # The ledger goes by the numbers of the blobs, which are others here.
                deque(count(site), maxlen=0)
        take(app, name)
        transaction.commit()
    _tell(f"Imported {name} from {options.file}", label, options.json)


def _tell(done: str, label: Label, as_json: bool) -> None:
    if as_json:
        print_json(asdict(label))
        return
    facts = label.facts
    print(
        f"{done}: {label.records} records, {label.blobs} blobs, {facts.users} users, "
        f"{facts.groups} groups, {facts.journals} journals."
    )
    for about in label.lacking:
        print(f"  was not there any more: {about}")
