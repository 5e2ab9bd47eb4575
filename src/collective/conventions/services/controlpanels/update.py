"""PATCH @controlpanels/conventions: change what a space has set."""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.services.content.body import body
from collective.conventions.services.content.deserialize import refuse_faults
from collective.conventions.services.content.reader import Reader
from collective.conventions.services.controlpanels.panel import is_ours
from collective.conventions.services.refusals.problem import problem
from collective.conventions.settings.changing import change
from collective.conventions.settings.schema import OPERATORS
from collective.conventions.settings.schema import SETTINGS
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services.controlpanels.update import ControlpanelsUpdate
from typing import Any
from zope.interface import alsoProvides


class Update(ControlpanelsUpdate):
    """All that the body names, or nothing; Plone's own panels as ever."""

    def reply(self) -> Any:
        if not is_ours(self.params, self.context):
            return super().reply()
        alsoProvides(self.request, IDisableCSRFProtection)
        sent = body(self.request)
        if locked := [name for name in OPERATORS if name in sent]:
            raise Forbidden(
                _("Only the maintenance team sets this, on the server itself."),
                [problem("forbidden", name) for name in locked],
            )
        try:
            change(self._read(sent))
        except UnprocessableEntity as error:
            refuse_faults(error.findings)
        return self.reply_no_content()

    def _read(self, sent: Mapping[str, Any]) -> dict[str, Any]:
        reader = Reader(self.context)
        values = {
            name: reader.value(name, SETTINGS[name][1], raw)
            for name, raw in sent.items()
            if name in SETTINGS
        }
        unknown = [problem("unknown_field", name) for name in sent if name not in SETTINGS]
        refuse_faults([*unknown, *reader.problems])
        return values
