"""DELETE @requests/<number>: take back what was asked for; it stays on record as withdrawn."""

from collective.conventions.server.spaces import root_of
from collective.conventions.server.tools.asking import asker
from collective.conventions.server.tools.requests import withdraw
from collective.conventions.services.below import Below
from collective.conventions.services.requests.told import number
from plone.protect.interfaces import IDisableCSRFProtection
from zExceptions import NotFound
from zope.interface import alsoProvides


class Delete(Below):
    def reply(self) -> None:
        alsoProvides(self.request, IDisableCSRFProtection)
        if not self.params:
            raise NotFound("@tool-requests")
        space, which = self.context.getId(), number(self.params[0])
        withdraw(root_of(self.context), space, which, actor=asker())
        return self.reply_no_content()
