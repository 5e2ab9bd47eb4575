"""POST @spaces: make a space."""

from collective.conventions.server.console import row_of
from collective.conventions.server.facts import FACTS
from collective.conventions.server.provision import create_space
from collective.conventions.server.provision import Made
from collective.conventions.services.content.body import body
from collective.conventions.services.server import ServerService
from collective.conventions.services.spaces.reading import facts_in
from collective.conventions.services.spaces.reading import manager_in
from collective.conventions.services.spaces.reading import refuse_unknown
from collective.conventions.services.spaces.told import told
from plone.protect.interfaces import IDisableCSRFProtection
from typing import Any
from zope.interface import alsoProvides


class Add(ServerService):
    """Answers with the space, and the link for its first manager, which is never told again."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        sent = body(self.request)
        refuse_unknown(sent, (*FACTS, "id", "language", "description", "manager"))
        made = create_space(
            self.root,
            sent.get("id", ""),
            sent.get("title") or "",
            language=sent.get("language", "fr"),
            description=sent.get("description", ""),
            manager=manager_in(sent),
            facts=facts_in(sent),
        )
        return self._made(made)

    def _made(self, made: Made) -> dict[str, Any]:
        url = self.context.absolute_url()
        answer = told(row_of(self.root, made.entry), url)
        answer["link"] = None
        if made.link is not None:
            answer["link"] = {
                "login": made.link.login,
                "email": made.link.email,
                "until": made.link.until.isoformat(),
                "address": f"{answer['url']}/{made.link.path}",
            }
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", answer["@id"])
        self.request.response.setHeader("Cache-Control", "no-store")
        return answer
