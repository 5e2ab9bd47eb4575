"""PATCH @controlpanels/conventions: change what a space has set."""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.deadlines.reminders.rules import Rule
from collective.conventions.deadlines.reminders.rules import set_space_rules
from collective.conventions.deadlines.reminders.rules import space_rules
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.services.content.body import body
from collective.conventions.services.content.deserialize import refuse_faults
from collective.conventions.services.content.reader import Reader
from collective.conventions.services.controlpanels.panel import is_ours
from collective.conventions.services.refusals.problem import Problem
from collective.conventions.services.refusals.problem import problem
from collective.conventions.services.reminders.sent import rules_sent
from collective.conventions.settings.changing import change
from collective.conventions.settings.schema import OPERATORS
from collective.conventions.settings.schema import SETTINGS
from collective.conventions.terms.findings import Finding
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services.controlpanels.update import ControlpanelsUpdate
from typing import Any
from zope.interface import alsoProvides


#: What is no record of the registry, but a setting all the same.
REMINDERS = "reminders"


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
        values, rules = self._read(sent)
        try:
            change(values)
        except UnprocessableEntity as error:
            refuse_faults(error.findings)
        if rules is not None and rules != space_rules():
            set_space_rules(rules)
        return self.reply_no_content()

    def _read(self, sent: Mapping[str, Any]) -> tuple[dict[str, Any], tuple[Rule, ...] | None]:
        """The settings and the rules of reminders that were sent, all of them proved."""
        reader = Reader(self.context)
        values = {
            name: reader.value(name, SETTINGS[name][1], raw)
            for name, raw in sent.items()
            if name in SETTINGS
        }
        faults: list[Finding | Problem] = [
            problem("unknown_field", name)
            for name in sent
            if name not in SETTINGS and name != REMINDERS
        ]
        faults += reader.problems
        rules = None
        if REMINDERS in sent:
            rules = rules_sent(self.context, REMINDERS, sent[REMINDERS], faults)
        refuse_faults(faults)
        return values, rules
