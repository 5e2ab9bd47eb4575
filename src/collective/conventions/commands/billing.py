"""``conventions billing``: what is due is shown, issued, printed, proved and paid."""

from collective.conventions.commands import billing_enrolments
from collective.conventions.commands import billing_issuers
from collective.conventions.commands import billing_mail
from collective.conventions.commands import billing_payments
from collective.conventions.commands import billing_preview
from collective.conventions.commands import billing_run
from collective.conventions.commands import billing_verify
from typing import Any


def add_to(commands: Any) -> None:
    """Add the command and its actions."""
    command = commands.add_parser(
        "billing",
        help="show, issue, print, mail and prove what is due in one space or all; read statements",
    )
    actions = command.add_subparsers(metavar="ACTION", required=True)
    for module in (
        billing_preview,
        billing_run,
        billing_mail,
        billing_payments,
        billing_enrolments,
        billing_verify,
        billing_issuers,
    ):
        module.add_to(actions)
