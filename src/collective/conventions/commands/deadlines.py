"""``conventions deadlines``: what a cron job does each day, and what it would do."""

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Sequence
from collective.conventions.clock import today
from collective.conventions.commands.actions import add_action
from collective.conventions.commands.actions import add_group
from collective.conventions.commands.actions import print_json
from collective.conventions.commands.addresses import server_address
from collective.conventions.commands.choosing import chosen
from collective.conventions.commands.database import opened
from collective.conventions.commands.progress import shown_by
from collective.conventions.commands.progress import Stop
from collective.conventions.deadlines.expiry import expire
from collective.conventions.deadlines.refresh import refresh
from collective.conventions.deadlines.reminders import plan
from collective.conventions.deadlines.reminders import run as reminders
from collective.conventions.deadlines.reminders.settings import obstacles
from collective.conventions.progress import Failure
from collective.conventions.progress import Progress
from collective.conventions.server.spaces import entered
from collective.conventions.server.suspension import is_suspended
from collective.conventions.server.suspension import SPACE
from contextlib import contextmanager
from dataclasses import asdict
from dataclasses import dataclass
from datetime import date
from plone import api
from typing import Any
from urllib.parse import urlsplit
from zope.i18n import translate
from zope.i18nmessageid import Message
import argparse
import os
import transaction


@dataclass(frozen=True)
class Done:
    """What was done in one space."""

    space: str
    refreshed: int = 0
    ended: int = 0
    sent: int = 0
    failures: tuple[Failure, ...] = ()


def add_to(commands: Any) -> None:
    """Add the command and its two actions."""
    actions = add_group(commands, "deadlines", "end what is over, send reminders")
    for name, action, said in (
        ("run", run_run, "do all that is due"),
        ("preview", run_preview, "show the mails of the next run, and send none"),
    ):
        made = add_action(actions, name, action, said)
        made.add_argument(
            "--space", action="append", default=[], metavar="ID", help="only this one; repeatable"
        )
        made.add_argument(
            "--url",
            type=server_address,
            default=os.environ.get("CONVENTIONS_URL") or None,
            help="the address of the server for the links in mails, where a space has none of "
            "its own on record (default: $CONVENTIONS_URL)",
        )


def run_run(options: argparse.Namespace) -> int:
    """Do in every space what is due, and say what was done."""
    stop = Stop()
    with opened(options.conf) as app, stop.listening(), shown_by(options.json, stop) as shown:
        done = run(app, options.space, options.url, shown, stop)
    if options.json:
        print_json([asdict(one) for one in done])
    else:
        _tell(done, stop)
    return 1 if stop.asked or any(one.failures for one in done) else 0


def run(
    app: Any,
    names: Sequence[str],
    url: str | None = None,
    shown: Callable[[str], Progress] = lambda space: Progress(),
    stop: Stop | None = None,
) -> list[Done]:
    """Do what is due in the spaces ``names``, in all of them where none is named.

    A space in which something breaks leaves the others as they are.
    """
    done: list[Done] = []
    for name in chosen(app, names):
        if stop is not None and stop.asked:
            break
        try:
            with _inside(app, name, url):
                done.append(_in_space(name, today(), shown(name)))
        except Exception as error:
            transaction.abort()
            done.append(Done(name, failures=(Failure(name, str(error) or type(error).__name__),)))
    return done


def _in_space(name: str, day: date, progress: Progress) -> Done:
    """The three works of a run, in the order in which they build on each other.

    Nothing is mailed from a suspended space: a mail would tell what its door keeps closed. What is
    due stays due, and is sent by the first run after the space is open again.
    """
    refreshed = refresh(day, progress)
    expired = expire(day, progress)
    sent = reminders.Report() if _is_closed() else reminders.run(day, progress)
    hindered = [Failure(name, _say(sentence)) for sentence in sent.obstacles]
    failures = (*refreshed.failures, *expired.failures, *hindered, *sent.failures)
    return Done(name, refreshed.renewed, expired.ended, sent.sent, failures)


def _is_closed() -> bool:
    suspension = is_suspended(api.portal.get())
    return suspension is not None and suspension.scope == SPACE


def run_preview(options: argparse.Namespace) -> None:
    """Print the mails that a run would send now."""
    with opened(options.conf) as app:
        found = preview(app, options.space, options.url)
    if options.json:
        print_json(found)
        return
    for space in found:
        print(f"{space['space']}: {len(space['mails'])} mails")
        for sentence in space["obstacles"]:
            print(f"  {sentence}")
        for mail in space["mails"]:
            print(f"  {mail['name']} <{mail['email']}>: {mail['subject']}")


def preview(app: Any, names: Sequence[str], url: str | None = None) -> list[dict[str, Any]]:
    """The mails of the next run, space by space."""
    found = []
    for name in chosen(app, names):
        with _inside(app, name, url):
            mails = [
                {**asdict(mail.recipient), "subject": mail.subject, "body": mail.body}
                for mail in plan.plan(today())
            ]
            said = [_say(sentence) for sentence in obstacles()]
        found.append({"space": name, "mails": mails, "obstacles": said})
    return found


@contextmanager
def _inside(app: Any, name: str, url: str | None) -> Iterator[Any]:
    """Work in a space that people open below ``url``."""
    with entered(app, name) as portal:
        if url:
            parts = urlsplit(url)
            portal.REQUEST.setServerURL(parts.scheme, parts.hostname, parts.port)
        yield portal


def _tell(done: Sequence[Done], stop: Stop) -> None:
    for one in done:
        print(
            f"{one.space}: {one.ended} conventions ended, {one.sent} mails sent, "
            f"{len(one.failures)} failed."
        )
        for failure in one.failures:
            print(f"  {failure.about}: {failure.why}")
    if stop.asked:
        print("Stopped. What was done is kept; the next run goes on.")


def _say(sentence: Message) -> str:
    return str(translate(sentence, target_language=api.portal.get_default_language()))
