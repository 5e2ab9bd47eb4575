"""POST @statement: take a statement of a bank (CODA or CAMT.053)."""

from collective.conventions.billing.payments.read import read
from collective.conventions.billing.payments.taking import take
from collective.conventions.clock import today
from collective.conventions.server.tools.budget import Budget
from collective.conventions.server.tools.budget import SECONDS
from collective.conventions.services.content.file_sent import file_in
from collective.conventions.services.server import ServerService
from collective.conventions.services.statement.told import statement_told
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zope.interface import alsoProvides


class Add(Service):
    """Records what is certain; the same file again goes on, and records nothing twice."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        return self.taken()

    def taken(self, app: Any = None) -> dict[str, Any]:
        """What came of each statement of the file, and how many movements are left for later.

        :param app: the root of the server, to take them over all spaces.
        """
        statements, budget = read(file_in(self.context, self.request)), Budget(SECONDS)
        items = [
            statement_told(one, take(one, today(), budget, app), self.request) for one in statements
        ]
        left = sum(item["movements"] for item in items) - budget.reached
        address = f"{self.context.absolute_url()}/@statement"
        return {"@id": address, "items": items, "left": left}


class OfServer(ServerService, Add):
    """Over all spaces."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        return self.taken(self.root)
