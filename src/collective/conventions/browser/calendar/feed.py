"""The calendar of a member, for a program that cannot log in: its address is the credential."""

from collective.conventions.clock import today
from collective.conventions.deadlines.calendar.feed import Feed
from collective.conventions.deadlines.calendar.file import MIME_TYPE
from collective.conventions.deadlines.calendar.member import feed_of
from collective.conventions.deadlines.calendar.member import FILE_NAME
from Products.Five.browser import BrowserView
from typing import Any
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


HEADERS = {
    "X-Robots-Tag": "noindex, nofollow",
    # May be kept by the program that asked, and by it alone; to be asked again each time.
    "Cache-Control": "private, no-cache",
}


@implementer(IPublishTraverse)
class CalendarFeed(BrowserView):
    """``@@calendar-feed/<secret>/deadlines.ics``; whatever else is asked for is not there."""

    def __init__(self, context: Any, request: Any) -> None:
        super().__init__(context, request)
        self.path: list[str] = []

    def publishTraverse(self, request: Any, name: str) -> "CalendarFeed":
        self.path.append(name)
        return self

    def __call__(self) -> bytes:
        response = self.request.response
        for name, value in HEADERS.items():
            response.setHeader(name, value)
        match self.path:
            case [secret, name] if name == FILE_NAME:
                feed = feed_of(secret, today())
            case _:
                feed = None
        if feed is None:
            response.setStatus(404)
            response.setHeader("Content-Type", "text/plain; charset=utf-8")
            return b"Not found."
        return self._sent(feed)

    def _sent(self, feed: Feed) -> bytes:
        """The calendar, or word that it has not changed since the program last asked."""
        response = self.request.response
        tag = f'"{feed.tag}"'
        response.setHeader("ETag", f"W/{tag}")
        asked = self.request.getHeader("If-None-Match", "")
        if tag in {known.strip().removeprefix("W/") for known in asked.split(",")}:
            response.setStatus(304)
            return b""
        text = feed.text()
        response.setHeader("Content-Type", MIME_TYPE)
        response.setHeader("Content-Length", str(len(text)))
        return text
