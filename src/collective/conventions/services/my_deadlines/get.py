"""GET @my-deadlines: how reminders reach the member who asks, and whether he has an address."""

from collective.conventions.deadlines.calendar.addresses import address_of
from collective.conventions.deadlines.preferences import preferences_of
from collective.conventions.services.my_deadlines.own import Own
from typing import Any


class Get(Own):
    """The settings of a member; the address itself is told by nobody."""

    def reply(self) -> dict[str, Any]:
        member = self.member()
        address = address_of(member)
        return {
            "@id": f"{self.context.absolute_url()}/@my-deadlines",
            "mails": preferences_of(member).mails,
            "calendar": {
                "active": address is not None,
                "created": address.created.isoformat() if address else None,
            },
        }
