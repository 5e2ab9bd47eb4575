"""GET @price-indexes: the values by which prices are indexed, each with its source."""

from collective.conventions.services.price_indexes.told import told
from collective.conventions.services.questions import asked
from collective.conventions.services.questions import batch_of
from collective.conventions.services.questions import batched
from collective.conventions.services.server import ServerService
from plone.restapi.services import Service
from typing import Any


class Get(Service):
    """The values that hold in the space."""

    def reply(self) -> dict[str, Any]:
        question, found = asked(self.request, {}), told(self.context)
        address = f"{self.context.absolute_url()}/@price-indexes"
        return batched(address, question, len(found), batch_of(question, found))


class OfServer(ServerService, Get):
    """The values that the operator keeps for all spaces."""
