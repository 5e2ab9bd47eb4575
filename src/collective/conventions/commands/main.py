"""``conventions``: what an administrator or a cron job does from the command line."""

from collections.abc import Sequence
from collective.conventions.commands import archive
from collective.conventions.commands import backup
from collective.conventions.commands import billing
from collective.conventions.commands import deadlines
from collective.conventions.commands import decisions
from collective.conventions.commands import journal
from collective.conventions.commands import papers
from collective.conventions.commands import spaces
from collective.conventions.commands import storage
from collective.conventions.commands import team
from collective.conventions.commands import text
from collective.conventions.commands import tools
from collective.conventions.commands.actions import EXIT_CODES
from collective.conventions.commands.database import CannotStart
from collective.conventions.commands.demo import command as demo
from collective.conventions.interfaces import ConventionsError
from collective.conventions.messages import sentence
from pathlib import Path
from ZODB.POSException import ConflictError
from zope.i18n import translate
import argparse
import os
import sys


#: Beside argparse's 2 for a wrong command line; ``actions.EXIT_CODES`` tells people.
DONE, REFUSED = 0, 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; what it refuses is told on the error output, in a line or a few."""
    options = parser().parse_args(arguments)
    try:
        return int(options.run(options) or DONE)
    except ConventionsError as error:
        for line in said(error):
            print(f"conventions: {line}", file=sys.stderr)
    except (CannotStart, OSError) as error:
        print(f"conventions: {error}", file=sys.stderr)
    except ConflictError:
        print(
            "conventions: somebody has written at the same moment. Please try again.",
            file=sys.stderr,
        )
    except KeyboardInterrupt:
        print("conventions: interrupted. What was done before is kept.", file=sys.stderr)
    return REFUSED


def said(error: ConventionsError) -> list[str]:
    """What is wrong: field by field, or in one sentence."""
    fields = [f"{one.field}: {translate(sentence(one))}" for one in error.findings]
    return fields or [translate(error.message)]


def parser() -> argparse.ArgumentParser:
    """The command line of all commands."""
    made = argparse.ArgumentParser(
        prog="conventions", description=__doc__, epilog=f"{EXIT_CODES} COMMAND --help says more."
    )
    made.add_argument(
        "--conf",
        type=Path,
        default=Path(os.environ.get("ZOPE_CONFIG", "var/instance/etc/zope.conf")),
        help="the zope.conf of the server (default: $ZOPE_CONFIG, else %(default)s)",
    )
    commands = made.add_subparsers(metavar="COMMAND", required=True)
    archive.add_to(commands)
    backup.add_to(commands)
    billing.add_to(commands)
    deadlines.add_to(commands)
    decisions.add_to(commands)
    demo.add_to(commands)
    journal.add_to(commands)
    papers.add_to(commands)
    spaces.add_to(commands)
    team.add_to(commands)
    text.add_to(commands)
    tools.add_to(commands)
    storage.add_to(commands)
    return made


if __name__ == "__main__":
    sys.exit(main())
