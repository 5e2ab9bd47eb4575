"""A convention's calendar, to be opened in a calendar program."""

from collective.conventions.browser.page import Page
from collective.conventions.deadlines.calendar.convention import calendar_of
from collective.conventions.deadlines.calendar.file import MIME_TYPE
from collective.conventions.download import as_file


class ConventionCalendar(Page):
    """``@@calendar.ics``: every date of the convention, in the reader's language."""

    def __call__(self) -> bytes:
        text = calendar_of(self.context, self.language, self.today)
        as_file(self.request, f"{self.context.getId()}.ics", MIME_TYPE, len(text))
        return text
