"""POST @fill: the text that a model makes becomes the text of the convention."""

from collective.conventions import _
from collective.conventions.clock import today
from collective.conventions.documents.library.making import take
from collective.conventions.services.content.body import body
from collective.conventions.services.content.schema_sent import read_by
from collective.conventions.services.text.told import text_told
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zope import schema
from zope.interface import alsoProvides
from zope.interface import Interface


class IModelSent(Interface):
    """Which model is taken."""

    model = schema.TextLine(title=_("Model"), max_length=200)


class Take(Service):
    """Answers with the new text and the model in its version."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        sent = read_by(IModelSent, self.context, body(self.request))
        text = take(self.context, sent["model"], today())
        return {"model": self.context.model, "text": text_told(text)}
