"""The drop zone of folders: files that do not fit are refused before anything is made."""

from collective.conventions.interfaces import InsufficientStorage
from collective.conventions.space.meter import meter
from plone.app.content.browser.file import FileUploadView
from typing import Any
from zope.i18n import translate
import json
import os


class UploadThatFits(FileUploadView):
    """Plone's own upload, and the question whether there is room for it."""

    def __call__(self) -> Any:
        found, file = meter(), self.request.form.get("file")
        if found is not None and hasattr(file, "seek"):
            try:
                found.ask("file", length(file))
            except InsufficientStorage as refused:
                return self._refused(refused)
        return super().__call__()

    def _refused(self, refused: InsufficientStorage) -> str:
        response = self.request.response
        response.setStatus(type(refused))
        response.setHeader("Content-Type", "application/json; charset=utf-8")
        # The key from which the drop zone takes its message.
        return json.dumps({"error": translate(refused.message, context=self.request)})


def length(file: Any) -> int:
    """The bytes of an uploaded file."""
    file.seek(0, os.SEEK_END)
    found = int(file.tell())
    file.seek(0)
    return found
