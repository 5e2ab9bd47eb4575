"""GET @statement: the movements that wait, with what they could be meant for now."""

from collective.conventions.billing.payments.assigning import waiting
from collective.conventions.clock import today
from collective.conventions.services.questions import asked
from collective.conventions.services.questions import batch_of
from collective.conventions.services.questions import batched
from collective.conventions.services.server import ServerService
from collective.conventions.services.statement.told import arrival_told
from plone.restapi.services import Service
from typing import Any


class Get(Service):
    """The latest first."""

    def reply(self) -> dict[str, Any]:
        return self.listed()

    def listed(self, app: Any = None) -> dict[str, Any]:
        """A batch of what waits in the space, or with ``app`` on the root."""
        question, found = asked(self.request, {}), waiting(today(), app)
        items = [arrival_told(one, self.request) for one in batch_of(question, found)]
        address = f"{self.context.absolute_url()}/@statement"
        return batched(address, question, len(found), items)


class OfServer(ServerService, Get):
    """What waits for who operates the server."""

    def reply(self) -> dict[str, Any]:
        return self.listed(self.root)
