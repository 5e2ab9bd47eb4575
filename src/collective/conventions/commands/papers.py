"""``conventions papers``: the papers of many conventions, made in a folder."""

from collective.conventions.commands.actions import add_action
from collective.conventions.commands.actions import add_group
from collective.conventions.commands.actions import print_json
from collective.conventions.commands.choosing import chosen as chosen_spaces
from collective.conventions.commands.database import opened
from collective.conventions.commands.progress import shown_by
from collective.conventions.commands.progress import Stop
from collective.conventions.documents.rendering.batch import chosen
from collective.conventions.documents.rendering.batch import make_papers
from collective.conventions.documents.rendering.batch import Report
from collective.conventions.documents.rendering.files import FORMATS
from collective.conventions.server.spaces import entered
from dataclasses import asdict
from pathlib import Path
from typing import Any
import argparse


def add_to(commands: Any) -> None:
    """Add the command and its action."""
    actions = add_group(commands, "papers", "print conventions")
    making = add_action(
        actions,
        "make",
        run_make,
        "make the papers of the conventions in a folder for each space; the exit code is 1 when "
        "one could not be made. Can be interrupted and run again: what is there and unchanged "
        "is kept",
        "A list of what was made, with checksums, lies beside the papers (papers.jsonl).",
    )
    making.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="where to")
    making.add_argument(
        "--space", action="append", default=[], metavar="ID", help="only this one; repeatable"
    )
    making.add_argument(
        "--convention",
        action="append",
        default=[],
        metavar="ID",
        help="only this one, as its address ends; repeatable",
    )
    making.add_argument(
        "--format",
        action="append",
        choices=sorted(FORMATS),
        metavar="FORMAT",
        help="pdf (the default), docx or html; repeatable",
    )


def run_make(options: argparse.Namespace) -> int:
    """Make the papers, and say what was made and what failed."""
    stop, done = Stop(), dict[str, Report]()
    formats = list(dict.fromkeys(options.format or ["pdf"]))
    with (
        opened(options.conf) as app,
        stop.listening(),
        shown_by(options.json, stop) as progress,
    ):
        for name in chosen_spaces(app, options.space):
            if stop.asked:
                break
            with entered(app, name):
                records = chosen(options.convention)
                done[name] = make_papers(records, options.out / name, formats, progress(name))
    if options.json:
        print_json({name: asdict(report) for name, report in done.items()})
    else:
        for name, report in done.items():
            _tell(name, report)
        if stop.asked:
            print("Stopped. What was made is kept; the next call goes on.")
    failed = any(report.failures for report in done.values())
    return 1 if failed or any(report.left for report in done.values()) else 0


def _tell(name: str, report: Report) -> None:
    print(
        f"{name}: {report.made} papers made, {report.kept} kept as they were, "
        f"{report.without_text} conventions without a text, {len(report.failures)} failed."
    )
    for one in report.failures:
        print(f"  FAILED: {one.about}: {one.why}")
