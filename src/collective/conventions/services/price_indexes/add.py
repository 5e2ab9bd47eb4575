"""POST @price-indexes: keep values with their source, in the place of those of the same months."""

from collective.conventions.billing.indexes import put
from collective.conventions.services.content.body import body
from collective.conventions.services.price_indexes.sent import values_in
from collective.conventions.services.server import ServerService
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zope.interface import alsoProvides


class Add(Service):
    """Answers how many are new or other than before; it can be sent again."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        changed = put(self.context, values_in(self.context, body(self.request)))
        return {
            "@id": f"{self.context.absolute_url()}/@price-indexes",
            "changed": [{"series": one.series, "month": one.month.isoformat()} for one in changed],
        }


class OfServer(ServerService, Add):
    """The same for all spaces."""
