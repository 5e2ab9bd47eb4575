"""POST @requests: ask for a tool or for an adaptation."""

from collective.conventions.server.spaces import root_of
from collective.conventions.server.tools.asking import asker
from collective.conventions.server.tools.requests import ask
from collective.conventions.services.content.body import body
from collective.conventions.services.requests.told import texts
from collective.conventions.services.requests.told import told
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zope.interface import alsoProvides


class Add(Service):
    """``kind`` is ``tool`` or ``adaptation``; an adaptation may concern a tool or none."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        sent = texts(body(self.request), ("kind", "tool", "text"))
        made = ask(
            root_of(self.context),
            self.context.getId(),
            kind=sent["kind"],
            tool_id=sent["tool"],
            text=sent["text"],
            actor=asker(),
        )
        url = f"{self.context.absolute_url()}/@requests/{made.number}"
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", url)
        return told(made, url)
