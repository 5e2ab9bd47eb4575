"""Events as the text of a calendar."""

from collections.abc import Iterable
from collective.conventions.deadlines.calendar.events import line
from datetime import timedelta
from icalendar import Calendar
from icalendar import Event
from icalendar import vDuration
from icalendar import vText


MIME_TYPE = "text/calendar; charset=utf-8"
PRODUCT = "-//collective.conventions//Deadlines//EN"
#: How often a calendar program is asked to look again.
REFRESH = timedelta(hours=12)


def written(name: str, events: Iterable[Event]) -> bytes:
    """A calendar of that name. Without a METHOD: it is a feed, not an invitation."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", vText(line(name)))
    calendar.add("x-wr-calname", vText(line(name)))
    calendar.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH))
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical())
