"""The control for a file that is sent with a form."""

from collective.conventions import _
from collective.conventions.browser.widgets.control import Control
from plone.namedfile.field import NamedBlobFile as FileField
from plone.namedfile.file import NamedBlobFile
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from z3c.form.interfaces import NO_VALUE


FILE = FileField(
    __name__="file",
    title=_("The letter or its proof, as a file"),
    description=_("It is filed among the annexes, for the parties."),
    required=False,
)


class Paper(Control):
    """A file; the browser never shows again what was chosen."""

    template = ViewPageTemplateFile("paper.pt")
    kind = "file"

    def extract(self, default: Any = NO_VALUE) -> Any:
        sent = self.request.form.get(self.name)
        return sent if getattr(sent, "filename", "") else default

    def toFieldValue(self, value: Any) -> NamedBlobFile:
        kind = value.headers.get("Content-Type") or "application/octet-stream"
        # Some browsers send the path of the file on its owner's disk.
        name = value.filename.replace("\\", "/").rpartition("/")[2]
        return NamedBlobFile(data=value, contentType=kind, filename=name)
