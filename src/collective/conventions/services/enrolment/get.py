"""GET @enrolment: how far the enrolment by a convention has come."""

from collective.conventions.services.enrolment.told import enrolment_told
from collective.conventions.services.visible import refuse_unseen
from plone.restapi.services import Service
from typing import Any


class Get(Service):
    """The three conditions with their days, and what follows from them."""

    def reply(self) -> dict[str, Any]:
        refuse_unseen(self.context)
        return enrolment_told(self.context)
