"""``conventions billing``: what is due is shown, issued, printed, proved and paid."""

from collective.conventions.commands import billing_issuers
from collective.conventions.commands import billing_payments
from collective.conventions.commands import billing_preview
from collective.conventions.commands import billing_run
from typing import Any


def add_to(commands: Any) -> None:
    """Add the command and its actions."""
    command = commands.add_parser(
        "billing",
        help="show and issue what is due in one space or all, make papers, read statements",
    )
    actions = command.add_subparsers(metavar="ACTION", required=True)
    for module in (billing_preview, billing_run, billing_issuers, billing_payments):
        module.add_to(actions)
