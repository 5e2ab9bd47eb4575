"""POST @signed: keep a signed copy, and answer what it shows."""

from collective.conventions import _
from collective.conventions.clock import today
from collective.conventions.content.vocabularies import PUBLICATION_RULES
from collective.conventions.documents.signed.keeping import keep
from collective.conventions.documents.signed.standing import copy_of
from collective.conventions.documents.signed.told import copy_told
from collective.conventions.services.content.body import body
from collective.conventions.services.content.body import MAXIMUM_WITH_FILE
from collective.conventions.services.content.schema_sent import read_by
from collective.conventions.services.visible import refuse_unseen
from plone.namedfile.field import NamedBlobFile
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zope import schema
from zope.interface import alsoProvides
from zope.interface import Interface


class ICopySent(Interface):
    """A signed copy as a client sends it."""

    title = schema.TextLine(title=_("Title"), required=False, max_length=200)
    file = NamedBlobFile(title=_("File"))
    publication = schema.Choice(
        title=_("Publication"), vocabulary=PUBLICATION_RULES, default="parties"
    )


class Add(Service):
    """Answers 201 with the copy; nothing but its address where who sent it may not see it."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        refuse_unseen(self.context)
        sent = read_by(ICopySent, self.context, body(self.request, MAXIMUM_WITH_FILE))
        annex = keep(self.context, sent.pop("file"), **{**sent, "title": sent["title"] or ""})
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", annex.absolute_url())
        try:
            return copy_told(copy_of(self.context, annex, today()), self.request)
        except LookupError:
            return {"@id": annex.absolute_url()}
