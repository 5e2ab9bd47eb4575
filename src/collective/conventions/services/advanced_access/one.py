"""What the services of advanced access share."""

from collective.conventions.clock import today
from collective.conventions.server.zmi import Access
from collective.conventions.services.below import Below
from dataclasses import asdict
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.serializer.converters import json_compatible
from typing import Any
from zope.interface import alsoProvides


class One(Below):
    """Answers at ``@advanced-access/ID`` and changes what is there."""

    @property
    def id(self) -> str:
        return "".join(self.params)

    def writes(self) -> None:
        alsoProvides(self.request, IDisableCSRFProtection)


def told(access: Access) -> dict[str, Any]:
    """What was asked for, as it stands today."""
    facts = {name: value for name, value in asdict(access).items() if name != "uid"}
    return dict(json_compatible({**facts, "id": access.id, "state": access.state_on(today())}))
