"""What every action of the command line has: its help, its exit codes, and JSON where asked for."""

from collections.abc import Callable
from typing import Any
import argparse
import json


EXIT_CODES = (
    "Exit codes: 0 when all is done; 1 when something was refused, failed, is wrong, or is left "
    "because it was stopped; 2 for a wrong command line."
)


def add_group(commands: Any, name: str, said: str) -> Any:
    """Add a command that has actions; gives the place to add them to."""
    made = commands.add_parser(name, help=said, description=_sentence(said), epilog=EXIT_CODES)
    return made.add_subparsers(metavar="ACTION", required=True)


def add_action(
    actions: Any, name: str, run: Callable[[argparse.Namespace], Any], said: str, more: str = ""
) -> Any:
    """Add something that can be done.

    :param said: what it does, in the list of the actions and on its own page of help.
    :param more: what is said on that page only.
    """
    epilog = f"{more} {EXIT_CODES}".strip()
    made = actions.add_parser(name, help=said, description=_sentence(said), epilog=epilog)
    made.add_argument("--json", action="store_true", help="print JSON")
    made.set_defaults(run=run)
    return made


def print_json(told: Any) -> None:
    """Print values as JSON, days and files as text."""
    print(json.dumps(told, ensure_ascii=False, indent=2, default=str))


def _sentence(said: str) -> str:
    return f"{said[0].upper()}{said[1:]}."
