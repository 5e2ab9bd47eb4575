"""``conventions billing mail`` and ``dunning``: documents and letters that are due are sent."""

from collective.conventions.billing import dunning
from collective.conventions.billing import mail_everywhere
from collective.conventions.billing import mailing
from collective.conventions.clock import today
from collective.conventions.commands.actions import add_action
from collective.conventions.commands.actions import print_json
from collective.conventions.commands.billing_options import add_space
from collective.conventions.commands.billing_options import print_failures
from collective.conventions.commands.billing_options import shown
from collective.conventions.commands.database import opened
from collective.conventions.commands.progress import Stop
from dataclasses import asdict
from functools import partial
from typing import Any
import argparse


def add_to(actions: Any) -> None:
    """Add the two actions."""
    for name, send, due, said in (
        (
            "mail",
            mailing.send,
            _mails,
            "mail every issued document that was never sent, with its PDF and its e-invoice",
        ),
        ("dunning", dunning.send_letters, _letters, "mail the letters that are due"),
    ):
        action = add_action(
            actions,
            name,
            partial(run_sending, send, due),
            f"{said}; the exit code is 1 when one could not be sent",
        )
        action.add_argument("--preview", action="store_true", help="show only, send nothing")
        add_space(action)


def run_sending(send: Any, due: Any, options: argparse.Namespace) -> int:
    """Send what is due, or show it."""
    stop = Stop()
    with opened(options.conf) as app, shown(options, stop) as progress:
        if options.preview:
            done = mail_everywhere.due(app, due, names=options.space)
        else:
            done = mail_everywhere.sent(app, partial(send, today()), options.space, progress)
    if options.json:
        print_json([asdict(one) for one in done])
    else:
        for one in done:
            print(f"{one.space}: {len(one.due)} due, {one.sent} sent, {len(one.failures)} failed.")
            for line in one.due:
                print(f"  {line}")
            print_failures(one.failures)
        if stop.asked:
            print("Stopped. What was sent is remembered; the next call goes on.")
    return 1 if any(one.failures for one in done) else 0


def _mails(portal: Any) -> tuple[str, ...]:
    mails = mailing.mails_due()
    return tuple(f"{one.number} {one.customer} <{one.address}>: {one.subject}" for one in mails)


def _letters(portal: Any) -> tuple[str, ...]:
    return tuple(one.about for one in dunning.letters_due(today()))
