"""A run: every due mail in a transaction of its own, with what is remembered of it."""

from collective.conventions.committing import committed
from collective.conventions.content.records import record_of
from collective.conventions.deadlines.foreseen import foreseen
from collective.conventions.deadlines.reminders import ledger
from collective.conventions.deadlines.reminders.plan import compose
from collective.conventions.deadlines.reminders.plan import Mail
from collective.conventions.deadlines.reminders.plan import plan
from collective.conventions.deadlines.reminders.posting import post
from collective.conventions.deadlines.reminders.settings import obstacles
from collective.conventions.deadlines.reminders.text import Item
from collective.conventions.journal.actor import actor
from collective.conventions.journal.storage import journal_of
from collective.conventions.progress import Failure
from collective.conventions.progress import Progress
from collective.conventions.terms.reminding import Occurrence
from dataclasses import dataclass
from datetime import date
from datetime import datetime
from datetime import UTC
from functools import partial
from zope.i18nmessageid import Message
import logging
import transaction


WORK = "reminders"
logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Report:
    """What a run has done: mails sent, mails that failed, and why none could be sent."""

    sent: int = 0
    failures: tuple[Failure, ...] = ()
    obstacles: tuple[Message, ...] = ()


def run(today: date, progress: Progress | None = None) -> Report:
    """Send what is due, and remember it; what fails is due again in the next run.

    Each mail is committed with its entries; whatever was not committed before is given up.
    """
    progress = progress or Progress()
    sent = 0
    failures: list[Failure] = []
    mails = plan(today, failures.append)
    if mails and (hindered := obstacles()):
        return Report(0, tuple(failures), hindered)
    progress.begin(WORK, len(mails))
    for unread in failures:
        progress.failed(WORK, unread)
    for mail in mails:
        if progress.stopped:
            break
        about = f"{mail.recipient.name} <{mail.recipient.email}>: {mail.subject}"
        try:
            sent += committed(partial(_deliver, mail, today))
            progress.done(WORK, about)
        except Exception as error:
            transaction.abort()
            logger.info("A reminder could not be sent to %s", mail.recipient.key, exc_info=True)
            failures.append(Failure(about, str(error) or type(error).__name__))
            progress.failed(WORK, failures[-1])
    return Report(sent, tuple(failures))


def _deliver(mail: Mail, today: date) -> bool:
    """Send a mail unless another run has just done so, and tell whether it was sent."""
    items = [item for item in mail.items if _is_open(item, mail.recipient.key, today)]
    if items:
        _keep(mail if len(items) == len(mail.items) else compose(mail.recipient, items), today)
    return bool(items)


def _is_open(item: Item, recipient: str, today: date) -> bool:
    """Whether the date still stands as it was read, and nobody else has told him of it since."""
    record, occurrence = record_of(item.uid), Occurrence.read(item.occurrence)
    if record is None or ledger.was_told(item.uid, item.fact, occurrence, recipient):
        return False
    facts = foreseen(record._unrestrictedGetObject(), today, occurrence.day)
    return (item.fact.key, occurrence.day) in {(fact.key, fact.day) for fact in facts}


def _keep(mail: Mail, today: date) -> None:
    """Write down that the mail is sent, and let the transaction send it."""
    instant, who = datetime.now(UTC).isoformat(timespec="milliseconds"), actor()
    told = [_tell(item, mail.recipient.key, instant, who) for item in mail.items]
    recipient = mail.recipient
    ledger.record_sent(
        ledger.Sent(instant, recipient.key, recipient.name, mail.subject, tuple(told))
    )
    ledger.prune({item.uid for item in mail.items}, today)
    transaction.get().note(f"reminder to {recipient.key}")
    post(mail)


def _tell(item: Item, recipient: str, instant: str, who: str) -> ledger.Told:
    occurrence = Occurrence.read(item.occurrence)
    ledger.record_told(item.uid, item.fact, occurrence, recipient, instant)
    journal_of(item.uid).append(
        "reminded",
        actor=who,
        subject=item.title,
        after={
            "recipient": recipient,
            "what": item.fact.what,
            "day": item.fact.day,
            "occurrence": item.occurrence,
        },
    )
    return ledger.Told(item.uid, item.title, item.fact.what, item.occurrence)
