"""``conventions billing``: what is due is shown, issued, printed, proved and paid."""

from collective.conventions.commands import billing_enrolments
from collective.conventions.commands import billing_issuers
from collective.conventions.commands import billing_mail
from collective.conventions.commands import billing_payments
from collective.conventions.commands import billing_preview
from collective.conventions.commands import billing_run
from collective.conventions.commands import billing_verify
from collective.conventions.commands.actions import add_group
from typing import Any


def add_to(commands: Any) -> None:
    """Add the command and its actions."""
    actions = add_group(
        commands,
        "billing",
        "show, issue, print, mail and prove what is due in one space or all; read statements",
    )
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
