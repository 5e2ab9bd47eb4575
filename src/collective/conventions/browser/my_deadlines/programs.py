"""How a calendar at an address is added to the programs that people have."""

from collective.conventions import _
from zope.i18nmessageid import Message


#: name of the program → what to do there.
PROGRAMS: tuple[tuple[str, Message], ...] = (
    (
        "Outlook",
        _("Calendar, “Add calendar”, “Subscribe from web”: paste the address."),
    ),
    (
        "Google Calendar",
        _("On a computer: the + beside “Other calendars”, “From URL”: paste the address."),
    ),
    (
        "Apple (iPhone, iPad)",
        _("Calendar, “Calendars”, “Add Calendar”, “Add Subscription Calendar”: paste the address."),
    ),
    (
        "Apple (Mac)",
        _("Calendar, “File”, “New Calendar Subscription”: paste the address."),
    ),
    (
        "Thunderbird",
        _("Calendar, “New Calendar”, “On the Network”: paste the address."),
    ),
)
