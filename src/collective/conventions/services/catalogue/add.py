"""POST @tool-catalogue: offer one tool more."""

from collective.conventions import _
from collective.conventions.interfaces import Conflict
from collective.conventions.server.tools.catalogue import put
from collective.conventions.server.tools.catalogue import Tool
from collective.conventions.server.tools.catalogue import tools
from collective.conventions.services.catalogue.told import FIELDS
from collective.conventions.services.catalogue.told import told
from collective.conventions.services.content.body import body
from collective.conventions.services.requests.told import texts
from collective.conventions.services.server import ServerService
from plone.protect.interfaces import IDisableCSRFProtection
from typing import Any
from zope.interface import alsoProvides


class Add(ServerService):
    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        sent = texts(body(self.request), FIELDS)
        if sent["id"] in {one.id for one in tools(self.root)}:
            raise Conflict(_("“${id}” exists already.", mapping={"id": sent["id"]}))
        made = told(self.root, put(self.root, Tool(**sent)), self.context.absolute_url())
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", made["@id"])
        return made
