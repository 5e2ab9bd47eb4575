"""GET @controlpanels/conventions: what a space has set, and what the operator has."""

from collective.conventions import _
from collective.conventions.deadlines.reminders.rows import row_of
from collective.conventions.deadlines.reminders.rules import space_rules
from collective.conventions.server.contact import contact
from collective.conventions.server.spaces import root_of
from collective.conventions.server.usage import usage_of
from collective.conventions.services.controlpanels.panel import is_ours
from collective.conventions.services.controlpanels.panel import NAME
from collective.conventions.settings.reading import settings
from collective.conventions.settings.schema import OPERATORS
from dataclasses import asdict
from plone.restapi.services.controlpanels.get import ControlpanelsGet
from typing import Any
from zope.i18n import translate


class Get(ControlpanelsGet):
    """Our panel; Plone's answer for all others."""

    def reply(self) -> Any:
        if not is_ours(self.params, self.context):
            return super().reply()
        usage = usage_of(self.context)
        return {
            "@id": f"{self.context.absolute_url()}/@controlpanels/{NAME}",
            "title": translate(_("Settings of the space"), context=self.request),
            "data": {
                **settings(),
                "reminders": [row_of(rule) for rule in space_rules()],
                "storage_limit": usage.limit,
                "maintenance_contact": asdict(contact(root_of(self.context))),
            },
            "read_only": list(OPERATORS),
            "storage_used": usage.used,
        }
