"""GET @billing-preview: what a run on a day would issue, convention by convention."""

from collective.conventions.billing.foreseen import foreseen
from collective.conventions.billing.plan import candidates
from collective.conventions.clock import today
from collective.conventions.deadlines.asking import Day
from collective.conventions.services.billing_preview.asking import last_day
from collective.conventions.services.billing_preview.told import foreseen_told
from collective.conventions.services.questions import asked
from collective.conventions.services.questions import batch_of
from collective.conventions.services.questions import batched
from plone.restapi.services import Service
from typing import Any


class Get(Service):
    """Of a batch of the signed conventions, those for which something is due."""

    def reply(self) -> dict[str, Any]:
        day = today()
        question = asked(self.request, {"on": Day(last_day(day))})
        on, found = question.filters.get("on", day), candidates()
        due = foreseen(batch_of(question, found), on, day)
        items = [foreseen_told(one, self.request) for one in due]
        address = f"{self.context.absolute_url()}/@billing-preview"
        answer = {"on": on.isoformat(), "today": day.isoformat()}
        return {**answer, **batched(address, question, len(found), items)}
