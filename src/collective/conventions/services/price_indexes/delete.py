"""DELETE @price-indexes/<series>/<month>: forget a value, as in ``health_index/2026-01-01``."""

from collective.conventions.billing.indexes import drop
from collective.conventions.services.below import Below
from collective.conventions.services.server import ServerService
from datetime import date
from plone.protect.interfaces import IDisableCSRFProtection
from typing import Any
from zExceptions import NotFound
from zope.interface import alsoProvides


class Delete(Below):
    """Of what the space keeps itself."""

    most = 2

    def reply(self) -> Any:
        alsoProvides(self.request, IDisableCSRFProtection)
        try:
            series, text = self.params
            month = date.fromisoformat(text)
        except ValueError:
            raise NotFound("/".join(self.params))
        if not drop(self.context, series, month):
            raise NotFound("/".join(self.params))
        return self.reply_no_content()


class OfServer(ServerService, Delete):
    """Of what the operator keeps for all spaces."""

    most = 2
