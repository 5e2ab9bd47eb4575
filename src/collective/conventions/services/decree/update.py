"""PATCH @decree: change some parts of the decree in one language."""

from collective.conventions.clock import today
from collective.conventions.documents.decree.keeping import change
from collective.conventions.services.content.body import body
from collective.conventions.services.decree.sent import language_in
from collective.conventions.services.decree.sent import parts_in
from collective.conventions.services.decree.told import decree_told
from collective.conventions.services.visible import refuse_unseen
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zope.interface import alsoProvides


class Update(Service):
    """Leaves the parts and languages alone that are not sent."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        refuse_unseen(self.context)
        sent = body(self.request)
        parts = parts_in(self.context, sent.pop("parts", None))
        change(self.context, language_in(self.context, sent), parts, today())
        return decree_told(self.context, self.request)
