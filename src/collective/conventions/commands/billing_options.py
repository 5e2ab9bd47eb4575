"""The options that the actions of ``conventions billing`` share."""

from collections.abc import Iterator
from collective.conventions.clock import today
from collective.conventions.commands.progress import shown_by
from collective.conventions.commands.progress import Stop
from collective.conventions.progress import Failure
from contextlib import contextmanager
from datetime import date
from typing import Any
import argparse


def add_space(action: argparse.ArgumentParser) -> None:
    """The spaces that are worked in."""
    action.add_argument(
        "--space", action="append", default=[], metavar="ID", help="only this one; repeatable"
    )


def add_date(action: argparse.ArgumentParser) -> None:
    """The day that is billed for."""
    action.add_argument(
        "--date",
        type=date.fromisoformat,
        metavar="YYYY-MM-DD",
        help="bill the semester in which this day lies (default: today); documents are always "
        "dated today",
    )


def day_of(options: argparse.Namespace) -> date:
    """The day that is billed for."""
    return options.date or today()


@contextmanager
def shown(options: argparse.Namespace, stop: Stop) -> Iterator[Any]:
    """How work is shown: bars on a terminal's error output, lines in a log, nothing beside JSON."""
    with stop.listening(), shown_by(options.json, stop) as progress:
        yield progress


def print_failures(failures: tuple[Failure, ...]) -> None:
    """Print what failed, one a line."""
    for one in failures:
        print(f"  FAILED: {one.about}: {one.why}")
