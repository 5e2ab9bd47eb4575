"""What the services of advanced access share."""

from collective.conventions.clock import today
from collective.conventions.server.zmi import Access
from dataclasses import asdict
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.serializer.converters import json_compatible
from plone.restapi.services import Service
from typing import Any
from zExceptions import NotFound
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@implementer(IPublishTraverse)
class One(Service):
    """Answers at ``@advanced-access/ID`` and changes what is there."""

    def __init__(self, context: Any, request: Any) -> None:
        super().__init__(context, request)
        self.id = ""

    def publishTraverse(self, request: Any, name: str) -> "One":
        if self.id:
            raise NotFound(name)
        self.id = name
        return self

    def writes(self) -> None:
        alsoProvides(self.request, IDisableCSRFProtection)


def told(access: Access) -> dict[str, Any]:
    """What was asked for, as it stands today."""
    facts = {name: value for name, value in asdict(access).items() if name != "uid"}
    return dict(json_compatible({**facts, "id": access.id, "state": access.state_on(today())}))
