"""GET @billing-preview on the root: what a run over the spaces would issue."""

from collective.conventions.billing.everywhere import chosen
from collective.conventions.billing.prospect import preview
from collective.conventions.clock import today
from collective.conventions.deadlines.asking import Day
from collective.conventions.services.billing_preview.asking import last_day
from collective.conventions.services.billing_preview.told import space_told
from collective.conventions.services.questions import asked
from collective.conventions.services.questions import batch_of
from collective.conventions.services.questions import batched
from collective.conventions.services.server import ServerService
from typing import Any


class Get(ServerService):
    """A batch of the spaces, each with what is due in it."""

    def reply(self) -> dict[str, Any]:
        day = today()
        question = asked(self.request, {"on": Day(last_day(day))})
        on, found = question.filters.get("on", day), chosen(self.root, ())
        seen = preview(self.root, on, day, batch_of(question, found))
        items = [space_told(one) for one in seen]
        address = f"{self.context.absolute_url()}/@billing-preview"
        answer = {"on": on.isoformat(), "today": day.isoformat()}
        return {**answer, **batched(address, question, len(found), items)}
