"""POST @my-deadlines/calendar: make a calendar address; the one before no longer works."""

from collective.conventions.deadlines.calendar.addresses import address_of
from collective.conventions.deadlines.calendar.addresses import make
from collective.conventions.deadlines.calendar.member import url_of
from collective.conventions.services.my_deadlines.own import Own
from typing import Any


class Add(Own):
    """Tells the new address, once."""

    place = ("calendar",)

    def reply(self) -> dict[str, Any]:
        member = self.writer()
        address = url_of(make(member))
        made = address_of(member)
        self.request.response.setStatus(201)
        return {"address": address, "created": made.created.isoformat() if made else None}
