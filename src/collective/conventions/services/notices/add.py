"""POST @notices: record a letter, with its file."""

from collective.conventions.clock import today
from collective.conventions.deadlines.ways import letters_of
from collective.conventions.lifecycle.letters import record_letter
from collective.conventions.services.content.body import body
from collective.conventions.services.content.body import MAXIMUM_WITH_FILE
from collective.conventions.services.notices.reading import new_letter
from collective.conventions.services.notices.told import Told
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zope.interface import alsoProvides


class Add(Service):
    """Answers 201 for a new letter, 200 for one that was recorded before."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        row, file = new_letter(self.context, body(self.request, MAXIMUM_WITH_FILE))
        position, new = record_letter(self.context, row, file, today())
        answer = Told(self.context, self.request).letter(letters_of(self.context)[position])
        if new:
            self.request.response.setStatus(201)
            self.request.response.setHeader("Location", answer["@id"])
        return answer
