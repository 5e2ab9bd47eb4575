"""The one place where the clock is read; everything below takes ``today`` as an argument."""

from datetime import date
from datetime import datetime
from datetime import UTC
from zoneinfo import ZoneInfo


BRUSSELS = ZoneInfo("Europe/Brussels")


def today() -> date:
    """The civil date in Belgium."""
    return datetime.now(BRUSSELS).date()


def now() -> datetime:
    """The instant, in UTC."""
    return datetime.now(UTC)
