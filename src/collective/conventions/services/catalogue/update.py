"""PATCH @tool-catalogue/<id>: change what the body names of a tool."""

from collective.conventions.server.tools.catalogue import put
from collective.conventions.server.tools.catalogue import tool
from collective.conventions.services.catalogue.told import FIELDS
from collective.conventions.services.content.body import body
from collective.conventions.services.requests.told import texts
from collective.conventions.services.server import ServerService
from dataclasses import replace
from plone.protect.interfaces import IDisableCSRFProtection
from zExceptions import NotFound
from zope.interface import alsoProvides


class Update(ServerService):
    """Its id stays: requests and the register name it."""

    most = 1

    def reply(self) -> None:
        alsoProvides(self.request, IDisableCSRFProtection)
        if not self.params:
            raise NotFound("@tool-catalogue")
        known, sent = tool(self.root, self.params[0]), body(self.request)
        found = texts(sent, FIELDS[1:])
        put(self.root, replace(known, **{name: found[name] for name in sent}))
        return self.reply_no_content()
