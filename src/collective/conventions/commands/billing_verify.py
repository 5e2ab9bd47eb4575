"""``conventions billing verify`` and ``export``: what was issued is proved, and handed on."""

from collective.conventions.billing import everywhere
from collective.conventions.billing import exporting
from collective.conventions.billing.standing import items
from collective.conventions.billing.verifying import breaks
from collective.conventions.billing.verifying import number_breaks
from collective.conventions.clock import today
from collective.conventions.commands.actions import add_action
from collective.conventions.commands.actions import print_json
from collective.conventions.commands.billing_options import add_space
from collective.conventions.commands.billing_options import print_failures
from collective.conventions.commands.database import CannotStart
from collective.conventions.commands.database import opened
from collective.conventions.progress import Failure
from collective.conventions.server.hands import as_reader
from collective.conventions.server.spaces import has_space
from dataclasses import asdict
from pathlib import Path
from typing import Any
import argparse


WRITERS = {".csv": exporting.csv, ".xlsx": exporting.xlsx}


def add_to(actions: Any) -> None:
    """Add the two actions."""
    proving = add_action(
        actions,
        "verify",
        run_verify,
        "hold every issued document against its checksums, and all numbers against their "
        "counters; the exit code is 1 when something was touched or is missing",
    )
    add_space(proving)

    handing = add_action(
        actions, "export", run_export, "write what a space has issued for its accountant"
    )
    handing.add_argument("file", type=_table, help="a .csv or .xlsx file; it is written anew")
    handing.add_argument("--space", required=True, metavar="ID", help="the space")
    handing.add_argument("--year", type=int, help="of the issue (default: all years)")


def run_verify(options: argparse.Namespace) -> int:
    """Verify, and tell what does not hold; numbers only over all spaces."""
    found: list[dict[str, Any]] = []
    failures: list[Failure] = []
    with opened(options.conf) as app:
        names = everywhere.chosen(app, options.space)
        for name, broken in everywhere.each(app, names, lambda portal: breaks()):
            if isinstance(broken, Failure):
                failures.append(broken)
            else:
                found += [{"space": name, **asdict(one)} for one in broken]
        if not options.space:
            found += [{"space": "", **asdict(one)} for one in number_breaks(app)]
    if options.json:
        print_json({"breaks": found, "failures": [asdict(one) for one in failures]})
    else:
        for one in found:
            print(" ".join(filter(None, (f"{one['space'] or 'server'}:", *list(one.values())[1:]))))
        print_failures(tuple(failures))
        print(f"{len(names)} spaces verified, {len(found)} breaks, {len(failures)} failed.")
    return 1 if found or failures else 0


def run_export(options: argparse.Namespace) -> None:
    """Write the file."""
    with opened(options.conf) as app:
        if not has_space(app, options.space):
            raise CannotStart(f"there is no space “{options.space}”.")
        with everywhere.inside(app, options.space), as_reader():
            found = items(today(), year=options.year)
            data = WRITERS[options.file.suffix](found)
    options.file.write_bytes(data)
    documents = sum(bool(one.number) for one in found)
    if options.json:
        print_json({"file": options.file, "documents": documents})
    else:
        print(f"Wrote {options.file}: {documents} documents.")


def _table(text: str) -> Path:
    path = Path(text)
    if path.suffix not in WRITERS:
        raise argparse.ArgumentTypeError("the name ends in .csv or .xlsx")
    return path
