"""For which day a run is asked to bill, in a query string or in a body."""

from collective.conventions.terms.dates import plus
from datetime import date


#: Nobody bills further ahead: the first semester of next year is asked for in this one.
MOST_MONTHS_AHEAD = 12


def last_day(today: date) -> date:
    """The last day that can be billed for."""
    return plus(today, months=MOST_MONTHS_AHEAD)
