"""PATCH @reminders: put other rules in the place of those of the space."""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions.content.convention import IConvention
from collective.conventions.deadlines.reminders.address import is_of_the_web
from collective.conventions.deadlines.reminders.address import set_space_address
from collective.conventions.deadlines.reminders.rows import rule_of
from collective.conventions.deadlines.reminders.rules import Rule
from collective.conventions.deadlines.reminders.rules import set_space_rules
from collective.conventions.deadlines.reminders.rules import space_rules
from collective.conventions.services.content.body import body
from collective.conventions.services.content.cells import plain_text
from collective.conventions.services.content.cells import Refused
from collective.conventions.services.content.deserialize import refuse_faults
from collective.conventions.services.content.reader import Reader
from collective.conventions.services.refusals.problem import Problem
from collective.conventions.services.refusals.problem import problem
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.rows import check_reminders
from dataclasses import replace
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zope.interface import alsoProvides


NAMES = ("rules", "address")


class Update(Service):
    """Replaces what the body names, all of it or nothing; the same again changes nothing."""

    def reply(self) -> None:
        alsoProvides(self.request, IDisableCSRFProtection)
        sent = body(self.request)
        faults: list[Finding | Problem] = [
            problem("unknown_field", name) for name in sent if name not in NAMES
        ]
        rules = self._rules(sent, faults)
        faults += _faults_of_address(sent)
        refuse_faults(faults)
        if rules is not None and rules != space_rules():
            set_space_rules(rules)
        if "address" in sent:
            set_space_address(sent["address"])
        return self.reply_no_content()

    def _rules(
        self, sent: Mapping[str, Any], faults: list[Finding | Problem]
    ) -> tuple[Rule, ...] | None:
        """The rules that were sent, or None; what is wrong with them joins ``faults``."""
        if "rules" not in sent:
            return None
        if sent["rules"] is None:
            faults.append(problem("required", "rules"))
            return None
        reader = Reader(self.context)
        rows = reader.value("rules", IConvention["reminders"], sent["rules"])
        found = reader.problems or [
            replace(finding, field="rules") for finding in check_reminders(rows)
        ]
        faults += found
        return None if found else tuple(rule_of(row) for row in rows)


def _faults_of_address(sent: Mapping[str, Any]) -> Iterator[Problem]:
    if "address" not in sent:
        return
    try:
        if not is_of_the_web(plain_text(sent["address"])):
            raise Refused("not_a_url")
    except Refused as refused:
        yield problem(refused.code, "address", **refused.params)
