"""GET <convention>/@billing-preview: what a run on a day would issue for it."""

from collective.conventions import _
from collective.conventions.billing.plan import STATES
from collective.conventions.billing.refusal import refusal
from collective.conventions.clock import today
from collective.conventions.deadlines.asking import Day
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.services.billing_preview.asking import last_day
from collective.conventions.services.billing_preview.told import documents_told
from collective.conventions.services.billing_preview.told import planned_for
from collective.conventions.services.questions import asked
from collective.conventions.services.questions import batch_of
from collective.conventions.services.questions import batched
from collective.conventions.services.visible import refuse_unseen
from plone import api
from plone.restapi.services import Service
from typing import Any


class Get(Service):
    """The documents, or why no invoice can be made for this convention."""

    def reply(self) -> dict[str, Any]:
        refuse_unseen(self.context)
        if sentence := refusal(self.context):
            raise UnprocessableEntity(sentence)
        if api.content.get_state(self.context) not in STATES:
            raise Conflict(_("Nothing is invoiced before the convention is signed."))
        day = today()
        question = asked(self.request, {"on": Day(last_day(day))})
        on = question.filters.get("on", day)
        found = planned_for(self.context, on, day)
        items = documents_told(batch_of(question, found), self.request)
        address = f"{self.context.absolute_url()}/@billing-preview"
        answer = {"on": on.isoformat(), "today": day.isoformat()}
        return {**answer, **batched(address, question, len(found), items)}
