"""POST @tus-upload and @tus-replace: an upload begins, if there is room for all of it."""

from collective.conventions.services.uploads.base import OfThisSpace
from collective.conventions.space.meter import freed
from plone.restapi.services.content.tus import UploadPost
from plone.rfc822.interfaces import IPrimaryFieldInfo
from typing import Any


class Add(OfThisSpace, UploadPost):
    """Refuses by ``Upload-Length``, before anything is sent."""

    uid = None

    def reply(self) -> Any:
        replacing = self.__name__.endswith("@tus-replace")
        stored = IPrimaryFieldInfo(self.context, None) if replacing else None
        released = freed(self.meter.ledger, stored.value) if stored is not None else 0
        self.meter.ask("upload", self.number("Upload-Length") - released)
        answer = super().reply()
        location = self.request.response.getHeader("Location")
        if location:
            self.meter.uploads[location.rpartition("/")[2]] = 0
        return answer
