"""PATCH @notices/<row>: what has become known of a letter since it was recorded."""

from collective.conventions.clock import today
from collective.conventions.deadlines.ways import letters_of
from collective.conventions.lifecycle.letters import complete_letter
from collective.conventions.services.below import Below
from collective.conventions.services.content.body import body
from collective.conventions.services.content.body import MAXIMUM_WITH_FILE
from collective.conventions.services.notices.reading import later_days
from collective.conventions.services.notices.told import Told
from plone.protect.interfaces import IDisableCSRFProtection
from typing import Any
from zExceptions import NotFound
from zope.interface import alsoProvides
import re


class Update(Below):
    """Completes the letter that the address names."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        row = self._row()
        days, file = later_days(self.context, body(self.request, MAXIMUM_WITH_FILE))
        complete_letter(self.context, row, days, today(), file)
        return Told(self.context, self.request).letter(letters_of(self.context)[row])

    def _row(self) -> int:
        name = "".join(self.params)
        if not re.fullmatch(r"[0-9]{1,3}", name) or int(name) >= len(self.context.notices or ()):
            raise NotFound(name)
        return int(name)
