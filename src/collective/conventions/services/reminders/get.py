"""GET @reminders: the rules of the space, what a run would send, and what was sent."""

from collective.conventions.deadlines.reminders import ledger
from collective.conventions.deadlines.reminders.address import recorded_address
from collective.conventions.deadlines.reminders.plan import plan
from collective.conventions.deadlines.reminders.rows import row_of
from collective.conventions.deadlines.reminders.rules import DEFAULTS
from collective.conventions.deadlines.reminders.rules import space_rules
from collective.conventions.deadlines.reminders.settings import obstacles
from collective.conventions.deadlines.reminders.unreachable import unreachable
from collective.conventions.services.batch import batch
from collective.conventions.services.reminders.wording import asked_day
from collective.conventions.services.reminders.wording import mail_said
from collective.conventions.services.reminders.wording import sent_said
from dataclasses import asdict
from datetime import date
from plone.restapi.services import Service
from typing import Any
from zope.i18n import translate


class Get(Service):
    """All about the reminders of a space; nothing is sent."""

    def reply(self) -> dict[str, Any]:
        day = asked_day(self.request)
        return {
            "@id": f"{self.context.absolute_url()}/@reminders",
            "rules": [row_of(rule) for rule in space_rules()],
            "usual_rules": [row_of(rule) for rule in DEFAULTS],
            "address": recorded_address() or None,
            "preview": self._preview(day),
            "history": self._history(),
        }

    def _preview(self, day: date) -> dict[str, Any]:
        mails, missed = plan(day), unreachable(day)
        return {
            "today": day.isoformat(),
            "obstacles": [translate(message, context=self.request) for message in obstacles()],
            "unreachable": {
                "members": list(missed.members),
                "groups": list(missed.groups),
                "contacts": [asdict(contact) for contact in missed.contacts],
            },
            "items_total": len(mails),
            "items": [mail_said(mail) for mail in batch(self.request, mails)],
        }

    def _history(self) -> dict[str, Any]:
        sent = ledger.history(ledger.LOG_LENGTH)
        return {
            "items_total": len(sent),
            "items": [sent_said(one) for one in batch(self.request, sent)],
        }
