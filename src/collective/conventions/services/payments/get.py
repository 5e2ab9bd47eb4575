"""GET @payments: what is open of an invoice, and each payment of it."""

from collective.conventions.clock import today
from collective.conventions.services.payments.told import account_told
from collective.conventions.services.visible import refuse_unseen
from plone.restapi.services import Service
from typing import Any


class Get(Service):
    """The balance and the payments, in the order in which they were recorded."""

    def reply(self) -> dict[str, Any]:
        refuse_unseen(self.context)
        return account_told(self.context, today())
