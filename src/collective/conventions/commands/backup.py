"""``conventions backup``: copies of the whole server, beside the server that runs."""

from collections.abc import Iterator
from collective.conventions.commands.actions import add_action
from collective.conventions.commands.actions import add_group
from collective.conventions.commands.actions import print_json
from collective.conventions.commands.progress import bars
from collective.conventions.commands.progress import Lines
from collective.conventions.commands.progress import Silent
from collective.conventions.commands.progress import Stop
from collective.conventions.commands.progress import Terminal
from collective.conventions.interfaces import Conflict
from collective.conventions.progress import Progress
from collective.conventions.server.backup.copies import copies
from collective.conventions.server.backup.copies import named
from collective.conventions.server.backup.restore import restore
from collective.conventions.server.backup.save import save
from collective.conventions.server.backup.source import Files
from collective.conventions.server.backup.source import source
from collective.conventions.server.backup.verify import Verified
from collective.conventions.server.backup.verify import verify
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from rich.console import Console
from typing import Any
import argparse


def add_to(commands: Any) -> None:
    """Add the command and its actions."""
    actions = add_group(commands, "backup", "save the server, verify and restore copies")
    for add in (_add_save, _add_verify, _add_restore, _add_list):
        add(actions)


def _add_save(actions: Any) -> None:
    made = add_action(
        actions,
        "save",
        run_save,
        "make a copy, while people work; the exit code is 1 where the database lacks a blob",
    )
    made.add_argument("store", type=Path, metavar="FOLDER", help="the folder of all copies")
    made.add_argument(
        "--keep", type=_count, metavar="N", help="remove older copies until N are left"
    )
    made.add_argument(
        "--afresh", action="store_true", help="read every blob again; former copies share none"
    )


def _add_verify(actions: Any) -> None:
    made = add_action(
        actions,
        "verify",
        run_verify,
        "open a copy, read all that is in it; the exit code is 1 if it is damaged",
    )
    made.add_argument(
        "copy", type=Path, metavar="COPY", help="a copy; of a folder of copies, the latest"
    )


def _add_restore(actions: Any) -> None:
    made = add_action(
        actions,
        "restore",
        run_restore,
        "verify a copy and put it where the zope.conf says; the server is stopped",
    )
    made.add_argument("copy", type=Path, metavar="COPY", help="see verify")
    made.add_argument(
        "--replace", action="store_true", help="move aside the database that is there"
    )
    made.add_argument(
        "--to",
        nargs=2,
        type=Path,
        metavar=("DATA_FS", "BLOBS"),
        help="another place than the one in the zope.conf, such as that of a ZEO server",
    )


def _add_list(actions: Any) -> None:
    made = add_action(actions, "list", run_list, "list the copies of a folder")
    made.add_argument("store", type=Path, metavar="FOLDER", help="the folder of all copies")


def run_save(options: argparse.Namespace) -> int:
    """Save, and tell what was saved."""
    with shown("save", options.json) as progress:
        made = save(
            source(options.conf),
            options.store,
            keep=options.keep,
            afresh=options.afresh,
            progress=progress,
        )
    manifest = made.manifest
    if options.json:
        print_json({"copy": str(made.folder), **asdict(manifest)})
    else:
        print(
            f"Saved {made.folder}: {_megabytes(manifest.data_bytes)} of records up to "
            f"{manifest.until}, {manifest.blobs} blobs of {_megabytes(manifest.blob_bytes)}, "
            f"{manifest.new_blobs} of them new."
        )
        for path in manifest.lacking:
            print(f"  the database itself lacks {path}")
    return 1 if manifest.lacking else 0


def run_verify(options: argparse.Namespace) -> int:
    """Verify, and tell what is wrong."""
    with shown("verify", options.json) as progress:
        found = verify(named(options.copy), progress)
    _tell(found, options.json)
    return 1 if found.findings else 0


def run_restore(options: argparse.Namespace) -> None:
    """Restore, and tell what was restored."""
    place = Files(*options.to) if options.to else source(options.conf)
    if not isinstance(place, Files):
        raise Conflict(
            "The zope.conf names a ZEO server. Please say with --to where that has its files."
        )
    with shown("restore", options.json) as progress:
        found = restore(named(options.copy), place, replace=options.replace, progress=progress)
    _tell(found, options.json)
    if not options.json:
        print(f"Restored to {place.data} and {place.blobs}.")


def run_list(options: argparse.Namespace) -> None:
    """Print one copy a line."""
    found = copies(options.store)
    if options.json:
        told = [{"copy": str(one.folder), **asdict(one.manifest)} for one in found]
        print_json(told)
        return
    for one in found:
        manifest = one.manifest
        size = _megabytes(manifest.data_bytes + manifest.blob_bytes)
        print(f"{one.name}\t{size}\t{manifest.blobs} blobs\tup to {manifest.until}")


class Headlines(Lines):
    """One line for each kind of work and each failure: there may be a million blobs."""

    def done(self, work: str, about: str) -> None:
        """Not a word of a single file."""


@contextmanager
def shown(action: str, quiet: bool) -> Iterator[Progress]:
    """How the work is shown, on the error output: see ``progress.shown_by``."""
    stop, console = Stop(), Console(stderr=True)
    with stop.listening():
        if console.is_terminal:
            with bars(console) as made:
                yield Terminal(action, stop, made)
        elif quiet:
            yield Silent(action, stop)
        else:
            yield Headlines(action, stop)


def _tell(found: Verified, as_json: bool) -> None:
    if as_json:
        print_json(asdict(found))
        return
    for finding in found.findings:
        print(f"  {finding.kind}: {finding.about}")
    for finding in found.inherited:
        print(f"  the database itself lacks it: {finding.kind}: {finding.about}")
    print(
        f"{found.copy}, up to {found.until}: {found.files} files, {found.records} records and "
        f"{found.blobs} blobs in use verified, {len(found.findings)} damaged."
    )


def _megabytes(octets: int) -> str:
    return f"{octets / 1_000_000:.1f} MB"


def _count(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError("keep one copy at least")
    return int(text)
