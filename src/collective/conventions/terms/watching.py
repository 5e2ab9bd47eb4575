"""Which dates are watched, and whom a reminder of one may go to."""

import re


#: The longest time before a day at which somebody can be reminded of it, in days.
MOST_DAYS = 3660
#: How many reminders of one day there can be.
MOST_REMINDERS = 12

#: The facts of a timeline by which somebody must have acted, or by which something changes.
WATCHED = (
    "supervision_until",
    "contacts_due",
    "commitment_due",
    "cure_until",
    "may_terminate",
    "notice_by",
    "agree_by",
    "renews",
    "ends",
)

#: The watched facts that stay on the list until somebody has acted, also after their day.
OWED = ("contacts_due", "commitment_due", "ends")

#: Who can be reminded: those in charge of the convention, a group of the space, or the contact
#: persons whom the parties have named (W3).
RECIPIENTS = (
    "responsible",
    "convention_authors",
    "council_secretaries",
    "signature_officers",
    "finance_officers",
    "space_managers",
    "contacts",
)


def days_before(text: object) -> tuple[int, ...] | None:
    """Return the numbers of "60, 30, 7", the greatest first; None when the text holds others.

    No text means on the day itself only.
    """
    parts = re.split(r"[\s,;]+", str(text or "0").strip())
    if not all(re.fullmatch(r"[0-9]{1,4}", part) for part in parts):
        return None
    days = sorted({int(part) for part in parts}, reverse=True)
    return None if days[0] > MOST_DAYS or len(days) > MOST_REMINDERS else tuple(days)
