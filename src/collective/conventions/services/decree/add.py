"""POST @decree: draft the decree anew in one language, from what is known of the convention."""

from collective.conventions.clock import today
from collective.conventions.documents.decree.keeping import redraft
from collective.conventions.services.content.body import body
from collective.conventions.services.decree.sent import draft_in
from collective.conventions.services.decree.told import decree_told
from collective.conventions.services.visible import refuse_unseen
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zope.interface import alsoProvides


class Add(Service):
    """Puts the draft in the place of what was written in this language."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        refuse_unseen(self.context)
        language, model = draft_in(self.context, body(self.request))
        redraft(self.context, language, today(), model)
        return decree_told(self.context, self.request)
