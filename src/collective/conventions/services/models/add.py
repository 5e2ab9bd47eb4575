"""POST @models: a model of the space's own, with the words of another one."""

from collective.conventions import _
from collective.conventions.documents.library.adapting import adapt
from collective.conventions.documents.library.models import entry_of
from collective.conventions.services.content.body import body
from collective.conventions.services.content.schema_sent import read_by
from collective.conventions.services.models.get import model_told
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zope import schema
from zope.interface import alsoProvides
from zope.interface import Interface


class IAdaptionSent(Interface):
    """Which model is adapted, and what the new one is called."""

    adapt = schema.TextLine(title=_("Model"), max_length=200)
    title = schema.TextLine(title=_("Title"), required=False, max_length=500)


class Adapt(Service):
    """Answers with the new model."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        sent = read_by(IAdaptionSent, self.context, body(self.request))
        model = adapt(sent["adapt"], sent["title"] or "")
        entry = entry_of(model)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", model.absolute_url())
        return model_told(entry, f"{api.portal.get().absolute_url()}/@models") if entry else {}
