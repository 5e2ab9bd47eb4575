"""PATCH @tus-upload: the next piece of an upload; the last one makes the content."""

from collective.conventions import _
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import RequestEntityTooLarge
from collective.conventions.services.uploads.base import OfThisSpace
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services.content.tus import TUSUpload
from plone.restapi.services.content.tus import UploadPatch
from typing import Any
from zope.interface import alsoProvides


class Update(OfThisSpace, UploadPatch):
    """Takes what was declared, from where the last piece ended, and no byte more."""

    def reply(self) -> Any:
        alsoProvides(self.request, IDisableCSRFProtection)
        upload = self.tus_upload()
        offset, length = upload.offset(), self.number("Content-Length")
        if self.number("Upload-Offset") != offset:
            raise Conflict(_("The upload goes on at byte ${offset}.", mapping={"offset": offset}))
        if offset + length > upload.length():
            raise RequestEntityTooLarge(_("More was sent than the upload was to have."))
        if offset + length < upload.length():
            self.meter.ask("upload", length)
        else:
            # The pieces become a file that asks for room as a whole: theirs is free again.
            self.meter.ask("upload", -offset)
        answer = super().reply()
        arrived = TUSUpload(self.uid).offset()
        self.meter.uploads[self.uid] = arrived or None
        return answer
