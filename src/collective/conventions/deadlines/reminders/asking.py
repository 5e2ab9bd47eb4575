"""The day of which somebody asks what a run would send."""

from collective.conventions.terms.dates import plus
from datetime import date


#: How far ahead the mails of a run can be foreseen, in months.
FORESEEN_MONTHS = 60


def foreseen_day(text: str, today: date) -> date | None:
    """The day that ``text`` names, today when it names none, or None where it cannot be foreseen.

    What was due on a day that has passed depended on what had been sent by then.
    """
    if not text:
        return today
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if today <= day <= plus(today, months=FORESEEN_MONTHS) else None
