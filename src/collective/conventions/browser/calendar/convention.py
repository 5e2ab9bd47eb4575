"""A convention's calendar, to be opened in a calendar program."""

from collective.conventions.browser.page import Page
from collective.conventions.deadlines.calendar.convention import calendar_of
from collective.conventions.deadlines.calendar.file import MIME_TYPE


class ConventionCalendar(Page):
    """``@@calendar.ics``: every date of the convention, in the reader's language."""

    def __call__(self) -> bytes:
        text = calendar_of(self.context, self.language, self.today)
        response = self.request.response
        response.setHeader("Content-Type", MIME_TYPE)
        response.setHeader("Content-Length", str(len(text)))
        response.setHeader(
            "Content-Disposition", f'attachment; filename="{self.context.getId()}.ics"'
        )
        response.setHeader("Cache-Control", "private, no-store")
        return text
