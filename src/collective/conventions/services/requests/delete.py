"""DELETE @requests/<number>: take back what was asked for; it stays on record as withdrawn."""

from collective.conventions.server.spaces import root_of
from collective.conventions.server.tools.asking import asker
from collective.conventions.server.tools.requests import withdraw
from collective.conventions.services.requests.told import number
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zExceptions import NotFound
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class Delete(Service):
    def __init__(self, context: Any, request: Any) -> None:
        super().__init__(context, request)
        self.params: list[str] = []

    def publishTraverse(self, request: Any, name: str) -> "Delete":
        self.params.append(name)
        return self

    def reply(self) -> None:
        alsoProvides(self.request, IDisableCSRFProtection)
        if len(self.params) != 1:
            raise NotFound("/".join(self.params))
        space, which = self.context.getId(), number(self.params[0])
        withdraw(root_of(self.context), space, which, actor=asker())
        return self.reply_no_content()
