"""``conventions spaces suspend`` and ``reinstate``."""

from collective.conventions.commands.actions import add_action
from collective.conventions.commands.actions import print_json
from collective.conventions.commands.database import opened
from collective.conventions.server.journal import present_actor
from collective.conventions.server.letters import NO_ADDRESS
from collective.conventions.server.letters import NO_SENDER
from collective.conventions.server.letters import Notice
from collective.conventions.server.letters import notices
from collective.conventions.server.register import ACTIVE
from collective.conventions.server.suspension import ACCOUNTS
from collective.conventions.server.suspension import reinstate
from collective.conventions.server.suspension import SPACE
from collective.conventions.server.suspension import suspend
from dataclasses import asdict
from typing import Any
import argparse
import sys
import transaction


#: Why somebody was not told by mail.
WHY = {NO_SENDER: "the space sends no mail", NO_ADDRESS: "no address is known"}


def add_to(actions: Any) -> None:
    """Add the two actions to those on spaces."""
    made = add_action(
        actions,
        "suspend",
        run_suspend,
        "close a space to everybody but the operators; its data stays",
    )
    _common(made)
    made.add_argument(
        "--account",
        action="append",
        default=[],
        metavar="LOGIN",
        help="suspend this account only, and let the others go on; repeatable",
    )
    _common(add_action(actions, "reinstate", run_reinstate, "open a suspended space again"))


def _common(made: argparse.ArgumentParser) -> None:
    made.add_argument("id", help="the space")
    made.add_argument("--reason", required=True, help="why; kept in the journals")
    made.add_argument("--incident", default="", metavar="NUMBER", help="the occasion, if any")


def run_suspend(options: argparse.Namespace) -> None:
    """Suspend a space, or some of its accounts."""
    with opened(options.conf) as app:
        made = suspend(
            app,
            options.id,
            reason=options.reason,
            scope=ACCOUNTS if options.account else SPACE,
            accounts=options.account,
            actor=present_actor(),
            incident=options.incident,
        )
        transaction.commit()
        letters = _letters(app, options.id)
    if options.json:
        print_json({**asdict(made), "letters": asdict(letters)})
    elif made.accounts:
        print(f"Suspended in {options.id}: {', '.join(made.accounts)}.")
    else:
        print(f"Suspended {options.id}.")
    _tell(letters)


def run_reinstate(options: argparse.Namespace) -> None:
    """Open a space again."""
    with opened(options.conf) as app:
        reinstate(
            app,
            options.id,
            reason=options.reason,
            actor=present_actor(),
            incident=options.incident,
        )
        transaction.commit()
        letters = _letters(app, options.id)
    if options.json:
        print_json({"space": options.id, "state": ACTIVE, "letters": asdict(letters)})
    else:
        print(f"Reinstated {options.id}.")
    _tell(letters)


def _letters(app: Any, space_id: str) -> Notice:
    """What became of the letters to the managers: they have left with the act."""
    transaction.begin()
    return notices(app, space_id)[0]


def _tell(letters: Notice) -> None:
    """Say on the error output who has to be told by other means."""
    for login, why in letters.missed.items():
        said = WHY.get(why, why)
        print(f"conventions: {login} was not told by mail: {said}.", file=sys.stderr)
    if not letters.told:
        print("conventions: no manager of the space was told by mail.", file=sys.stderr)
