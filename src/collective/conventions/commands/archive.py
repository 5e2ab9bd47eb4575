"""``conventions archive``: the complete file of every convention of a space, one zip each."""

from collective.conventions.clock import today
from collective.conventions.commands.actions import EXIT_CODES
from collective.conventions.commands.actions import print_json
from collective.conventions.commands.choosing import chosen
from collective.conventions.commands.database import opened
from collective.conventions.commands.progress import shown_by
from collective.conventions.commands.progress import Stop
from collective.conventions.documents.archive.every import archive_all
from collective.conventions.documents.archive.every import Archived
from collective.conventions.server.spaces import entered
from dataclasses import asdict
from pathlib import Path
from plone import api
from typing import Any
import argparse


SAID = "write the complete file of every convention of a space, one zip each"


def add_to(commands: Any) -> None:
    """Add the command."""
    made = commands.add_parser(
        "archive",
        help=SAID,
        description=f"{SAID[0].upper()}{SAID[1:]}.",
        epilog="A run that was stopped goes on where it was; what has not changed since is kept. "
        f"{EXIT_CODES}",
    )
    made.add_argument("id", help="the space")
    made.add_argument(
        "--out", type=Path, required=True, metavar="FOLDER", help="where the zips are written"
    )
    made.add_argument("--json", action="store_true", help="print JSON")
    made.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the archives, and say what was done."""
    stop = Stop()
    with opened(options.conf) as app, stop.listening(), shown_by(options.json, stop) as shown:
        (name,) = chosen(app, [options.id])
        with entered(app, name):
            language = str(api.portal.get_default_language()).split("-")[0]
            done = archive_all(options.out, language, today(), shown(name))
    if options.json:
        print_json({"space": name, **asdict(done)})
    else:
        _tell(done, stop)
    return 1 if stop.asked or done.failures else 0


def _tell(done: Archived, stop: Stop) -> None:
    print(f"{done.made} written, {done.kept} as before, {len(done.failures)} failed.")
    for failure in done.failures:
        print(f"  {failure.about}: {failure.why}")
    if stop.asked:
        print("Stopped. What was written is kept; the next run goes on.")
