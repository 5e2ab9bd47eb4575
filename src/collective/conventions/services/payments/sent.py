"""What a client sends of a payment, read strictly."""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.billing.payments.book import Payment
from collective.conventions.content.fields import civil_date
from collective.conventions.services.content.schema_sent import read_by
from typing import Any
from zope import schema
from zope.interface import Interface


class IPaymentSent(Interface):
    """A payment; an amount below zero was given back."""

    day = civil_date(title=_("Day"))
    amount = schema.Decimal(title=_("Amount (EUR)"))
    reference = schema.TextLine(title=_("Reference of the payment"), max_length=100)
    means = schema.TextLine(title=_("Means"), required=False, default="transfer", max_length=50)
    payer = schema.TextLine(title=_("Paid by"), required=False, max_length=200)
    note = schema.TextLine(title=_("Note"), required=False, max_length=1000)


def payment_in(invoice: Any, sent: Mapping[str, Any]) -> Payment:
    """The payment that a client sends.

    :raises BadRequest: for what is malformed, unknown or missing.
    """
    values = read_by(IPaymentSent, invoice, sent)
    return Payment(**{name: "" if value is None else value for name, value in values.items()})
