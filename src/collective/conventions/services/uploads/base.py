"""What the services of an upload share."""

from collective.conventions import _
from collective.conventions.interfaces import BadRequest
from collective.conventions.space.meter import Meter
from collective.conventions.space.meter import meter
from plone.restapi.services.content.tus import TUSUpload
from typing import Any
from zExceptions import NotFound


class OfThisSpace:
    """Mixed into Plone's own services: the files of partial uploads are shared by all spaces."""

    uid: str | None
    request: Any

    @property
    def meter(self) -> Meter:
        found = meter()
        if found is None:
            raise NotFound(self.uid)
        return found

    def tus_upload(self) -> TUSUpload:
        """The upload of this address.

        :raises NotFound: there is none, or it was begun in another space.
        """
        found = super().tus_upload()
        if found is None or self.uid not in self.meter.ledger.uploads:
            raise NotFound(self.uid)
        return found

    def number(self, header: str) -> int:
        """A header that must be a number of bytes."""
        text = self.request.getHeader(header, "")
        if not (text.isascii() and text.isdigit()):
            raise BadRequest(_("The header ${name} is no number.", mapping={"name": header}))
        return int(text)
