"""GET @billing-run: the runs, the latest first; GET @billing-run/<id>: one of them."""

from collective.conventions.billing.runs import runs
from collective.conventions.services.below import Below
from collective.conventions.services.billing_run.told import told
from collective.conventions.services.questions import asked
from collective.conventions.services.questions import batch_of
from collective.conventions.services.questions import batched
from typing import Any
from zExceptions import NotFound


class Get(Below):
    """What was done in this space."""

    def reply(self) -> dict[str, Any]:
        address = f"{self.context.absolute_url()}/@billing-run"
        found = runs()
        for name in self.params:
            for run in found:
                if run.id == name:
                    return told(run, address)
            raise NotFound(name)
        question = asked(self.request, {})
        items = [told(run, address) for run in batch_of(question, found)]
        return batched(address, question, len(found), items)
