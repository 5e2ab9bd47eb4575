"""POST @text-import: a file is read and split; it becomes the text only if that is asked for."""

from collective.conventions import _
from collective.conventions.documents.texts.articles import refuse_unless_open
from collective.conventions.documents.texts.offers import offers_of
from collective.conventions.documents.texts.taking import take_text
from collective.conventions.documents.texts.taking import text_in
from collective.conventions.services.content.body import body
from collective.conventions.services.content.body import MAXIMUM_WITH_FILE
from collective.conventions.services.content.file_sent import IFileSent
from collective.conventions.services.content.schema_sent import read_by
from collective.conventions.services.text.told import offers_told
from collective.conventions.services.text.told import text_told
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zope import schema
from zope.interface import alsoProvides


class IDocumentSent(IFileSent):
    """A file, and whether it is to become the text."""

    write = schema.Bool(title=_("Make it the text of the convention"), default=False)


class Take(Service):
    """Answers with the parts of the text and what it proposes, written or not."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        refuse_unless_open(self.context)
        sent = read_by(IDocumentSent, self.context, body(self.request, MAXIMUM_WITH_FILE))
        file, written = sent["file"], bool(sent["write"])
        if written:
            text = take_text(self.context, file.data, file.filename or "")
        else:
            text = text_in(file.data)
        offers = offers_of(self.context, text=text)
        return {"written": written, "text": text_told(text), **offers_told(offers)}
