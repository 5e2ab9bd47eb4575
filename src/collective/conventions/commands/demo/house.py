"""The commune of the demo, and days counted from the one on which the demo is made."""

from collective.conventions.commands.demo import people
from collective.conventions.commands.demo.ordinary import House
from datetime import date
from datetime import timedelta


HOUSE = House(
    "commune-de-hauteville",
    ((people.MAYOR, "Bourgmestre"), (people.GENERAL_DIRECTOR, "Directrice générale")),
)


def workday(day: date) -> date:
    """The day, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def from_now(today: date, days: int) -> date:
    """The day that comes so many days after ``today``; before it when below zero."""
    return today + timedelta(days=days)


def decided(day: date) -> dict[str, date]:
    """The sitting of the Council seven weeks before ``day``, both signatures a month before."""
    council, signed = workday(day - timedelta(days=49)), workday(day - timedelta(days=30))
    return {"council": council, "ours": signed, "theirs": signed}
