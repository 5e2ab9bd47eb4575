"""GET @archive: the complete file of a convention, a zip with its index and manifest."""

from collective.conventions.documents.archive.sending import sent
from plone.restapi.services import Service
from typing import Any


class Get(Service):
    """The zip, as far as who asks may see what is in it."""

    def render(self) -> Any:
        self.check_permission()
        return sent(self.context, self.request)
