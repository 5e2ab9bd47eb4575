"""PATCH @text: another text in the place of the one there is."""

from collective.conventions.content.fields import table
from collective.conventions.content.rows import ITextRow
from collective.conventions.documents.texts.articles import refuse_unless_open
from collective.conventions.documents.texts.articles import write
from collective.conventions.services.content.body import body
from collective.conventions.services.content.body import MAXIMUM_WITH_FILE
from collective.conventions.services.content.schema_sent import read_by
from collective.conventions.services.text.get import Get
from plone.protect.interfaces import IDisableCSRFProtection
from typing import Any
from zope.interface import alsoProvides
from zope.interface import Interface


class ITextSent(Interface):
    """All parts of a text."""

    text = table(ITextRow, "Text")


class Update(Get):
    """Answers with the text as it is then."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        refuse_unless_open(self.context)
        sent = read_by(ITextSent, self.context, body(self.request, MAXIMUM_WITH_FILE))
        write(self.context, {"text": sent["text"]})
        return super().reply()
