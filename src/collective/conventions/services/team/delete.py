"""DELETE @team/LOGIN: end a membership, and every right with it."""

from collective.conventions import _
from collective.conventions.clock import today
from collective.conventions.interfaces import NotFound
from collective.conventions.server import team
from collective.conventions.server.journal import present_actor
from collective.conventions.services.content.body import body
from collective.conventions.services.content.fields_sent import read_fields
from collective.conventions.services.server import ServerService
from plone.protect.interfaces import IDisableCSRFProtection
from zope import schema
from zope.interface import alsoProvides


REASON = {"reason": schema.TextLine(__name__="reason")}


class Delete(ServerService):
    """The body may tell the reason."""

    most = 1

    def reply(self) -> None:
        alsoProvides(self.request, IDisableCSRFProtection)
        login = "".join(self.params)
        if team.member(self.root, login) is None:
            raise NotFound(_("There is nothing at this address."))
        given = read_fields(REASON, body(self.request))
        team.leave(self.root, login, actor=present_actor(), today=today(), **given)
        return self.reply_no_content()
