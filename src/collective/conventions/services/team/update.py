"""PATCH @team: publish the list of the members, or no longer."""

from collective.conventions.server import team
from collective.conventions.server.journal import present_actor
from collective.conventions.services.content.body import body
from collective.conventions.services.content.fields_sent import read_fields
from collective.conventions.services.server import ServerService
from plone.protect.interfaces import IDisableCSRFProtection
from zope import schema
from zope.interface import alsoProvides


SETTINGS = {"published": schema.Bool(__name__="published")}


class Update(ServerService):
    """The same again changes nothing."""

    def reply(self) -> None:
        alsoProvides(self.request, IDisableCSRFProtection)
        given = read_fields(SETTINGS, body(self.request))
        if "published" in given:
            team.publish(self.root, given["published"], actor=present_actor())
        return self.reply_no_content()
