"""POST @payments: record a payment of an invoice."""

from collective.conventions import _
from collective.conventions.billing.payments.book import Payment
from collective.conventions.billing.payments.book import payments_of
from collective.conventions.billing.payments.record import record
from collective.conventions.clock import today
from collective.conventions.interfaces import Conflict
from collective.conventions.services.content.body import body
from collective.conventions.services.payments.sent import payment_in
from collective.conventions.services.payments.told import account_told
from collective.conventions.services.visible import refuse_unseen
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from typing import Any
from zope.interface import alsoProvides


class Add(Service):
    """Answers 201 for a new payment, 200 for one that was recorded before."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        refuse_unseen(self.context)
        payment = payment_in(self.context, body(self.request))
        if record(self.context, payment, today()):
            self.request.response.setStatus(201)
        else:
            self._refuse_another(payment)
        return account_told(self.context, today())

    def _refuse_another(self, payment: Payment) -> None:
        """Refuse a payment that bears the reference of another one."""
        (known,) = (one for one in payments_of(self.context) if one.reference == payment.reference)
        if (known.day, known.amount) != (payment.day, payment.amount):
            raise Conflict(
                _(
                    "The payment ${reference} is on record already, with another day or amount.",
                    mapping={"reference": payment.reference},
                )
            )
