"""GET <convention>/@reminders: its rules, who would be told of it, and who was."""

from collective.conventions.deadlines.reminders import ledger
from collective.conventions.deadlines.reminders.plan import dues
from collective.conventions.deadlines.reminders.recipients import Recipients
from collective.conventions.deadlines.reminders.rows import row_of
from collective.conventions.deadlines.reminders.rules import own_rules
from collective.conventions.deadlines.reminders.rules import rules_of
from collective.conventions.services.batch import batch
from collective.conventions.services.reminders.wording import asked_day
from collective.conventions.services.reminders.wording import item_said
from collective.conventions.services.reminders.wording import sent_said
from datetime import date
from plone import api
from plone.restapi.services import Service
from typing import Any
from zExceptions import Unauthorized


class Get(Service):
    """All about the reminders of one convention; people are named, their addresses are not."""

    def reply(self) -> dict[str, Any]:
        if not api.user.has_permission("View", obj=self.context):
            raise Unauthorized("You are not authorized to access this resource.")
        day, own = asked_day(self.request), set(own_rules(self.context))
        return {
            "@id": f"{self.context.absolute_url()}/@reminders",
            "rules": [
                {**row_of(rule), "of": "convention" if rule in own else "space"}
                for rule in rules_of(self.context)
            ],
            "preview": self._preview(day),
            "history": self._history(),
        }

    def _preview(self, day: date) -> dict[str, Any]:
        found = [
            {"recipient": recipient.name, **item_said(item)}
            for recipient, item in dues(self.context, day, Recipients())
            if recipient.mails != "none"
        ]
        return {
            "today": day.isoformat(),
            "items_total": len(found),
            "items": list(batch(self.request, found)),
        }

    def _history(self) -> dict[str, Any]:
        uid = self.context.UID()
        sent = [
            sent_said(one, uid)
            for one in ledger.history(ledger.LOG_LENGTH)
            if any(told.uid == uid for told in one.items)
        ]
        return {"items_total": len(sent), "items": list(batch(self.request, sent))}
