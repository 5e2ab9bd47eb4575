"""DELETE @my-deadlines/calendar: revoke the calendar address."""

from collective.conventions.deadlines.calendar.addresses import revoke
from collective.conventions.services.my_deadlines.own import Own


class Delete(Own):
    """Lets the address open nothing any more."""

    place = ("calendar",)

    def reply(self) -> None:
        revoke(self.writer())
        return self.reply_no_content()
