"""A run of the tests takes place on one day, also when it goes on after midnight.

Modules and fixtures of a wider scope ask for the day long before the tests that use the answer.
"""

from collective.conventions import clock
from datetime import datetime
from datetime import time
from datetime import tzinfo


END_OF_DAY = datetime.combine(clock.today(), time.max, clock.BRUSSELS)


class OneDay(datetime):
    """The time, which waits at the last instant of the day."""

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> datetime:
        return min(datetime.now(tz), END_OF_DAY.astimezone(tz))


clock.datetime = OneDay
