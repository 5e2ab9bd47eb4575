"""The calendar of a member: the deadlines that he may see, at his secret address."""

from collections.abc import Iterator
from collective.conventions import _
from collective.conventions.content.records import record_of
from collective.conventions.deadlines.calendar.addresses import member_of
from collective.conventions.deadlines.calendar.events import event_of
from collective.conventions.deadlines.calendar.file import written
from collective.conventions.deadlines.calendar.source import Source
from collective.conventions.deadlines.calendar.source import source_of
from collective.conventions.deadlines.found import Agreement
from collective.conventions.deadlines.preferences import language_of
from collective.conventions.deadlines.search import Asked
from collective.conventions.deadlines.search import find
from collective.conventions.deadlines.wording.teller import Teller
from collective.conventions.terms.dates import plus
from datetime import date
from icalendar import Event
from itertools import chain
from plone import api
from zope.i18nmessageid import Message


PERMISSION = "collective.conventions: Use Space"
FILE_NAME = "deadlines.ics"
#: How far the calendar looks back and ahead.
MONTHS_BACK, MONTHS_AHEAD = 1, 13


def url_of(secret: str) -> str:
    """The address at which a program fetches the calendar."""
    return f"{api.portal.get().absolute_url()}/@@calendar-feed/{secret}/{FILE_NAME}"


def feed_of(secret: str, today: date) -> bytes | None:
    """The calendar at a secret address, in the language of its member.

    Nothing for an address that was never made, for one that was revoked, and for a member who has
    left the space: who asks learns nothing from the difference.
    """
    userid = member_of(secret)
    user = userid and api.portal.get_tool("acl_users").getUserById(userid)
    if not user:
        return None
    with api.env.adopt_user(user=user):
        portal = api.portal.get()
        if not api.user.has_permission(PERMISSION, obj=portal):
            return None
        teller = Teller(language_of(user))
        name = Message(_("Deadlines – ${space}"), mapping={"space": portal.title})
        return written(teller.t(name), _events(teller, today))


def _events(teller: Teller, today: date) -> Iterator[Event]:
    """Those of the list of deadlines, each once."""
    first, last = plus(today, months=-MONTHS_BACK), plus(today, months=MONTHS_AHEAD)
    asked = (Asked(overdue=True), Asked(first=first, last=last))
    found = chain.from_iterable(find(one, today).all() for one in asked)
    deadlines = {(one.convention.uid, one.fact.key): one for one in found}
    sources: dict[str, Source] = {}
    for (uid, _key), deadline in deadlines.items():
        if uid not in sources:
            sources[uid] = _source(deadline.convention)
        yield event_of(deadline.fact, sources[uid], teller)


def _source(agreement: Agreement) -> Source:
    record = record_of(agreement.uid)
    return source_of(agreement.uid, agreement.title, agreement.url, record.modified)
