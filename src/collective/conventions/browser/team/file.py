"""The signed copy of a document, for operators only: always saved, never shown in place."""

from collective.conventions.server import team
from collective.conventions.server.spaces import root_of
from plone.namedfile.utils import set_headers
from plone.namedfile.utils import stream_data
from Products.Five.browser import BrowserView
from typing import Any
from zExceptions import NotFound


class FileView(BrowserView):
    """``@@team-file?login=&document=``"""

    def __call__(self) -> Any:
        asked = [str(self.request.form.get(name, "")) for name in ("login", "document")]
        file = team.file_of(root_of(self.context), *asked)
        if file is None:
            raise NotFound("/".join(asked))
        response = self.request.response
        set_headers(file, response, filename=file.filename)
        response.setHeader("Cache-Control", "private, no-store")
        response.setHeader("X-Content-Type-Options", "nosniff")
        return stream_data(file)
