"""PATCH @reminders: put other rules in the place of those of the space."""

from collections.abc import Iterator
from collections.abc import Mapping
from collective.conventions.deadlines.reminders.address import is_of_the_web
from collective.conventions.deadlines.reminders.address import set_space_address
from collective.conventions.deadlines.reminders.rules import set_space_rules
from collective.conventions.deadlines.reminders.rules import space_rules
from collective.conventions.services.content.body import body
from collective.conventions.services.content.cells import plain_text
from collective.conventions.services.content.cells import Refused
from collective.conventions.services.content.deserialize import refuse_faults
from collective.conventions.services.refusals.problem import Problem
from collective.conventions.services.refusals.problem import problem
from collective.conventions.services.reminders.sent import rules_sent
from collective.conventions.terms.findings import Finding
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
        rules = None
        if "rules" in sent:
            rules = rules_sent(self.context, "rules", sent["rules"], faults)
        faults += _faults_of_address(sent)
        refuse_faults(faults)
        if rules is not None and rules != space_rules():
            set_space_rules(rules)
        if "address" in sent:
            set_space_address(sent["address"])
        return self.reply_no_content()


def _faults_of_address(sent: Mapping[str, Any]) -> Iterator[Problem]:
    if "address" not in sent:
        return
    try:
        if not is_of_the_web(plain_text(sent["address"])):
            raise Refused("not_a_url")
    except Refused as refused:
        yield problem(refused.code, "address", **refused.params)
