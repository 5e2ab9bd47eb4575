"""PATCH @tool-requests/<space>/<number>: accept, decline, or do what was accepted."""

from collective.conventions.server.tools.answers import Answer
from collective.conventions.server.tools.answers import answer
from collective.conventions.server.tools.answers import fulfil
from collective.conventions.server.tools.requests import ACCEPTED
from collective.conventions.server.tools.requests import DECLINED
from collective.conventions.server.tools.requests import DONE
from collective.conventions.services.content.body import body
from collective.conventions.services.content.deserialize import refuse_faults
from collective.conventions.services.refusals.problem import problem
from collective.conventions.services.requests.told import number
from collective.conventions.services.requests.told import texts
from collective.conventions.services.requests.told import told
from collective.conventions.services.server import ServerService
from plone.protect.interfaces import IDisableCSRFProtection
from typing import Any
from zExceptions import NotFound
from zope.interface import alsoProvides


class Update(ServerService):
    """``state`` is ``accepted``, ``declined`` or ``done``, with the ``reason``."""

    most = 2

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        if len(self.params) != 2:
            raise NotFound("/".join(self.params))
        space, which = self.params[0], number(self.params[1])
        sent = texts(body(self.request), ("state", "reason", "workload", "benefit"))
        state = sent.pop("state")
        if state not in (ACCEPTED, DECLINED, DONE):
            refuse_faults([problem("unknown_choice", "state", value=state[:100])])
        if state == DONE:
            found = fulfil(self.root, space, which, note=sent["reason"])
        else:
            accept = state == ACCEPTED
            found = answer(self.root, space, which, accept=accept, given=Answer(**sent))
        url = f"{self.context.absolute_url()}/@tool-requests/{space}/{which}"
        return told(found, url)
