"""A dated fact as an event of a whole day."""

from collective.conventions import _
from collective.conventions.deadlines.calendar.source import Source
from collective.conventions.deadlines.wording.facts import FACTS
from collective.conventions.deadlines.wording.teller import Teller
from collective.conventions.terms.dated import DatedFact
from collective.conventions.terms.dates import plus
from icalendar import Event
from zope.i18nmessageid import Message
import unicodedata


STATUS = {"certain": "CONFIRMED", "conditional": "TENTATIVE"}


def event_of(fact: DatedFact, source: Source, teller: Teller) -> Event:
    """The event of a fact of a convention.

    Nothing in it depends on when it is asked for: it changes when the convention does. Its UID
    stays the same when the day moves, so calendars move the event with it.
    """
    event = Event()
    event.add("uid", f"{fact.key}@{source.uid}")
    event.add("dtstart", fact.day)
    event.add("dtend", plus(fact.day, days=1))
    event.add("dtstamp", source.modified)
    event.add("last-modified", source.modified)
    event.add("sequence", source.changes)
    event.add("summary", line(f"{teller.what(fact)} – {source.title}"))
    event.add("description", lines(_said(fact, source, teller)))
    event.add("url", source.url)
    event.add("categories", [teller.t(FACTS[fact.what])])
    event.add("status", STATUS[fact.certainty])
    event.add("transp", "TRANSPARENT")
    return event


def line(text: str) -> str:
    """A text as one line of characters that a calendar may hold."""
    return " ".join(_clean(text))


def lines(text: str) -> str:
    """A text as lines of characters that a calendar may hold."""
    return "\n".join(_clean(text))


def _clean(text: str) -> list[str]:
    """The lines of a text, without control characters: RFC 5545 has no way to write them."""
    return [
        "".join(one for one in part if one == "\t" or unicodedata.category(one) not in ("Cc", "Cs"))
        for part in text.splitlines()
    ]


def _said(fact: DatedFact, source: Source, teller: Teller) -> str:
    """Why, by whom, and where to look: not every calendar shows the address of an event."""
    said = [teller.reason(fact)]
    if who := teller.who(fact):
        said.append(teller.t(Message(_("To be done by: ${who}"), mapping={"who": who})))
    return "\n".join([*said, source.url])
