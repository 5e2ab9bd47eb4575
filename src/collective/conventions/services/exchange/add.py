"""POST @exchange: the decision that comes back; the Council's yes takes the step."""

from collective.conventions.clock import today
from collective.conventions.exchange.decision import MAXIMUM
from collective.conventions.exchange.decision import read
from collective.conventions.exchange.decision import take
from collective.conventions.services.content.body import body
from collective.conventions.services.deliberation.told import deliberations_told
from collective.conventions.services.visible import refuse_unseen
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zope.interface import alsoProvides


class Add(Service):
    """Answers 201 for a new decision, 200 for one that was recorded before."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        refuse_unseen(self.context)
        if take(self.context, read(body(self.request, MAXIMUM)), today()):
            self.request.response.setStatus(201)
        return deliberations_told(self.context, self.request)
