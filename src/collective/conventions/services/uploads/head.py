"""HEAD @tus-upload: how much of an upload has come."""

from collective.conventions.services.uploads.base import OfThisSpace
from plone.restapi.services.content.tus import UploadHead
from typing import Any
from zExceptions import NotFound


class Head(OfThisSpace, UploadHead):
    """Plone's own answer, for uploads of this space."""

    def reply(self) -> Any:
        try:
            return super().reply()
        except NotFound:
            # The answer to a HEAD has no body, whatever it says.
            return self.reply_no_content(404)
