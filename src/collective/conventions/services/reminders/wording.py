"""What the services of reminders answer of a date, a mail and a day that is asked for."""

from collective.conventions import _
from collective.conventions.clock import today
from collective.conventions.deadlines.reminders.asking import foreseen_day
from collective.conventions.deadlines.reminders.ledger import Sent
from collective.conventions.deadlines.reminders.plan import Mail
from collective.conventions.deadlines.reminders.text import Item
from collective.conventions.interfaces import BadRequest
from collective.conventions.terms.reminding import Occurrence
from datetime import date
from typing import Any


def asked_day(request: Any) -> date:
    """The day of ``?today=``, or today.

    :raises BadRequest: for what is no day, has passed, or lies too far ahead.
    """
    day = foreseen_day(str(request.form.get("today", "")), today())
    if day is None:
        raise BadRequest(_("“today” must be a day to come, as in 2026-12-31."))
    return day


def item_said(item: Item) -> dict[str, Any]:
    """A date of which somebody is reminded."""
    return {
        "uid": item.uid,
        "title": item.title,
        "what": item.fact.what,
        "key": item.fact.key,
        "day": item.fact.day.isoformat(),
        "days_after": Occurrence.read(item.occurrence).offset,
    }


def mail_said(mail: Mail) -> dict[str, Any]:
    """A mail that would be sent."""
    to = mail.recipient
    return {
        "recipient": {"name": to.name, "email": to.email, "language": to.language},
        "subject": mail.subject,
        "body": mail.body,
        "items": [item_said(item) for item in mail.items],
    }


def sent_said(sent: Sent, uid: str = "") -> dict[str, Any]:
    """A mail that was sent; with ``uid``, only what it said of that convention."""
    told = [one for one in sent.items if not uid or one.uid == uid]
    said = [(one, Occurrence.read(one.occurrence)) for one in told]
    return {
        "sent": sent.instant,
        "recipient": sent.name,
        "subject": sent.subject,
        "items": [
            {
                "uid": one.uid,
                "title": one.title,
                "what": one.what,
                "day": occurrence.day.isoformat(),
                "days_after": occurrence.offset,
            }
            for one, occurrence in said
        ],
    }
