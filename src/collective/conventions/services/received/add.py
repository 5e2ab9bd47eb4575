"""POST @received: an e-invoice (UBL) that came in becomes an issued document of a convention."""

from collective.conventions.billing.receiving import receive
from collective.conventions.clock import today
from collective.conventions.services.content.file_sent import file_in
from collective.conventions.services.visible import refuse_unseen
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.interfaces import ISerializeToJson
from plone.restapi.services import Service
from typing import Any
from zope.component import getMultiAdapter
from zope.interface import alsoProvides


class Add(Service):
    """Answers with the document; the same one again is a conflict that says so."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        refuse_unseen(self.context)
        made = receive(self.context, file_in(self.context, self.request), today())
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", made.absolute_url())
        answer: dict[str, Any] = getMultiAdapter((made, self.request), ISerializeToJson)()
        return answer
