"""PATCH @spaces/<id>: change what the register says of a space."""

from collective.conventions.server.changing import change
from collective.conventions.server.facts import FACTS
from collective.conventions.server.register import entry
from collective.conventions.services.content.body import body
from collective.conventions.services.server import ServerService
from collective.conventions.services.spaces.reading import facts_in
from collective.conventions.services.spaces.reading import refuse_unknown
from plone.protect.interfaces import IDisableCSRFProtection
from typing import Any
from zExceptions import NotFound
from zope.interface import alsoProvides


class Update(ServerService):
    """Changes what the body names, all of it or nothing; ``reason`` stays in the journal."""

    most = 1

    def reply(self) -> Any:
        alsoProvides(self.request, IDisableCSRFProtection)
        if not self.params or entry(self.root, self.params[0]) is None:
            raise NotFound("".join(self.params))
        sent = body(self.request)
        refuse_unknown(sent, (*FACTS, "reason"))
        change(self.root, self.params[0], facts_in(sent), reason=sent.get("reason", ""))
        return self.reply_no_content()
