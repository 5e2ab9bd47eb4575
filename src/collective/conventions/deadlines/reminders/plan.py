"""What the next run would send: read from the conventions, without writing anything."""

from collections.abc import Callable
from collections.abc import Iterator
from collections.abc import Sequence
from collective.conventions.deadlines.foreseen import foreseen
from collective.conventions.deadlines.reminders.candidates import candidates
from collective.conventions.deadlines.reminders.ledger import was_told
from collective.conventions.deadlines.reminders.recipients import Recipient
from collective.conventions.deadlines.reminders.recipients import Recipients
from collective.conventions.deadlines.reminders.recipients import unique
from collective.conventions.deadlines.reminders.rules import Rule
from collective.conventions.deadlines.reminders.rules import rules_of
from collective.conventions.deadlines.reminders.settings import space_address
from collective.conventions.deadlines.reminders.text import Item
from collective.conventions.deadlines.reminders.text import Text
from collective.conventions.progress import Failure
from collective.conventions.terms.dated import DatedFact
from collective.conventions.terms.reminding import due_of
from collective.conventions.terms.reminding import Occurrence
from collective.conventions.terms.watching import OWED
from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from plone import api
from typing import Any
from ZODB.POSException import ConflictError
import logging


logger = logging.getLogger(__name__)


def ignored(failure: Failure) -> None:
    """What a preview makes of a convention that cannot be read: the run will name it."""


@dataclass(frozen=True)
class Mail:
    """One mail, in the words of its recipient."""

    recipient: Recipient
    subject: str
    body: str
    items: tuple[Item, ...]
    html: str


def plan(today: date, broken: Callable[[Failure], None] = ignored) -> tuple[Mail, ...]:
    """The mails that are due, by the names of their recipients.

    :param broken: is told of each convention whose dates cannot be read; the others go on.
    """
    recipients = Recipients()
    found: dict[Recipient, list[Item]] = {}
    for record in candidates(today):
        for recipient, item in _readable(record, today, recipients, broken):
            found.setdefault(recipient, []).append(item)
    by_name = sorted(found.items(), key=lambda pair: (pair[0].name.lower(), pair[0].key))
    return tuple(mail for recipient, items in by_name for mail in _mails(recipient, items))


def _readable(
    record: Any, today: date, recipients: Recipients, broken: Callable[[Failure], None]
) -> list[tuple[Recipient, Item]]:
    try:
        return list(dues(record._unrestrictedGetObject(), today, recipients))
    except ConflictError:
        raise
    except Exception as error:
        logger.warning("The dates of %s cannot be read", record.getPath(), exc_info=True)
        broken(Failure(f"{record.Title} ({record.getPath()})", str(error) or type(error).__name__))
        return []


def compose(recipient: Recipient, items: Sequence[Item]) -> Mail:
    """The mail that tells ``recipient`` of ``items``."""
    ordered = tuple(sorted(items, key=lambda item: (item.fact.day, item.title, item.fact.key)))
    text = Text(recipient, ordered)
    return Mail(recipient, text.subject(), text.plain(), ordered, text.html())


def _mails(recipient: Recipient, items: Sequence[Item]) -> Iterator[Mail]:
    """One mail with all dates, or one for each; nothing to who wants no mails."""
    wanted = recipient.mails
    if wanted == "digest":
        yield compose(recipient, items)
    elif wanted == "single":
        yield from (compose(recipient, (item,)) for item in items)


def dues(convention: Any, today: date, recipients: Recipients) -> Iterator[tuple[Recipient, Item]]:
    """Who is due to be reminded of which date of one convention."""
    rules = rules_of(convention)
    ahead = max((max(rule.days_before) for rule in rules), default=0)
    for fact in foreseen(convention, today, today + timedelta(days=ahead)):
        about = [rule for rule in rules if rule.what == fact.what]
        for recipient, occurrence in _occurrences(convention, fact, about, today, recipients):
            if not was_told(convention.UID(), fact, occurrence, recipient.key):
                yield recipient, _item(convention, fact, occurrence)


def _occurrences(
    convention: Any,
    fact: DatedFact,
    rules: Sequence[Rule],
    today: date,
    recipients: Recipients,
) -> Iterator[tuple[Recipient, Occurrence]]:
    """Each person once, with the latest of all reminders that are due to him."""
    owed = fact.what in OWED
    if due_of((rule.schedule for rule in rules), fact.day, owed, today) is None:
        return
    who = {rule.recipients: recipients.of(convention, rule.recipients) for rule in rules}
    for recipient in unique(one for people in who.values() for one in people):
        his = (rule.schedule for rule in rules if recipient in who[rule.recipients])
        occurrence = due_of(his, fact.day, owed, today)
        if occurrence is not None:
            yield recipient, occurrence


def _item(convention: Any, fact: DatedFact, occurrence: Occurrence) -> Item:
    path = convention.getPhysicalPath()[len(api.portal.get().getPhysicalPath()) :]
    reference = f" ({convention.reference})" if convention.reference else ""
    url = "/".join((space_address(), *path))
    return Item(convention.UID(), f"{convention.title}{reference}", url, fact, str(occurrence))
