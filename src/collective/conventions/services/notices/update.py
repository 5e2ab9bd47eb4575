"""PATCH @notices/<row>: what has become known of a letter since it was recorded."""

from collective.conventions.clock import today
from collective.conventions.deadlines.ways import letters_of
from collective.conventions.lifecycle.letters import complete_letter
from collective.conventions.services.content.body import body
from collective.conventions.services.content.body import MAXIMUM_WITH_FILE
from collective.conventions.services.notices.reading import later_days
from collective.conventions.services.notices.told import Told
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zExceptions import NotFound
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse
import re


@implementer(IPublishTraverse)
class Update(Service):
    """Completes the letter that the address names."""

    def __init__(self, context: Any, request: Any) -> None:
        super().__init__(context, request)
        self.path: list[str] = []

    def publishTraverse(self, request: Any, name: str) -> "Update":
        self.path.append(name)
        return self

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        row = self._row()
        days, file = later_days(self.context, body(self.request, MAXIMUM_WITH_FILE))
        complete_letter(self.context, row, days, today(), file)
        return Told(self.context, self.request).letter(letters_of(self.context)[row])

    def _row(self) -> int:
        name = self.path[0] if len(self.path) == 1 else ""
        if not re.fullmatch(r"[0-9]{1,3}", name) or int(name) >= len(self.context.notices or ()):
            raise NotFound("/".join(self.path))
        return int(name)
