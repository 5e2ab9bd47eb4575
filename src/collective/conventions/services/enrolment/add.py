"""POST @enrolment: send the confirmation."""

from collective.conventions.billing.confirming import confirm_now
from collective.conventions.clock import today
from collective.conventions.services.content.body import body
from collective.conventions.services.content.deserialize import refuse_faults
from collective.conventions.services.enrolment.told import enrolment_told
from collective.conventions.services.refusals.problem import problem
from collective.conventions.services.visible import refuse_unseen
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zope.interface import alsoProvides


class Add(Service):
    """Answers 201 when it is sent, 200 when it was before: it goes out once."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        refuse_unseen(self.context)
        refuse_faults([problem("unknown_field", name) for name in body(self.request)])
        if confirm_now(self.context, today()):
            self.request.response.setStatus(201)
        return enrolment_told(self.context)
