"""DELETE @tool-catalogue/<id>: offer a tool no longer that nobody has or asks for."""

from collective.conventions.server.tools.catalogue import remove
from collective.conventions.server.tools.catalogue import tool
from collective.conventions.server.tools.users import is_used
from collective.conventions.services.server import ServerService
from plone.protect.interfaces import IDisableCSRFProtection
from zExceptions import NotFound
from zope.interface import alsoProvides


class Delete(ServerService):
    most = 1

    def reply(self) -> None:
        alsoProvides(self.request, IDisableCSRFProtection)
        if not self.params:
            raise NotFound("@tool-catalogue")
        gone = tool(self.root, self.params[0])
        remove(self.root, gone.id, used=is_used(self.root, gone))
        return self.reply_no_content()
