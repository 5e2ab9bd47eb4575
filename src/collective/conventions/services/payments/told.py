"""Payments and balances as the answers carry them."""

from collective.conventions.billing.balance import balance_of
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.payments.book import Payment
from collective.conventions.billing.payments.book import payments_of
from collective.conventions.terms.paying import Balance
from collective.conventions.terms.paying import days_overdue
from dataclasses import asdict
from datetime import date
from plone.restapi.serializer.converters import json_compatible
from typing import Any


def account_told(invoice: Any, today: date) -> dict[str, Any]:
    """The number of an issued invoice, its balance and its payments; no balance of a draft."""
    issued = issued_of(invoice)
    return {
        "@id": f"{invoice.absolute_url()}/@payments",
        "number": issued.number if issued else None,
        "balance": balance_told(invoice, today),
        "payments": [payment_told(payment) for payment in payments_of(invoice)],
    }


def balance_told(invoice: Any, today: date) -> dict[str, Any] | None:
    """What an issued invoice asks for, and what is open of it; amounts in euro with VAT."""
    issued = issued_of(invoice)
    balance = balance_of(invoice) if issued and issued.document.kind == "invoice" else None
    if issued is None or balance is None:
        return None
    late = days_overdue(balance, issued.document.due, today)
    found: dict[str, Any] = json_compatible({**amounts(balance), "days_overdue": late})
    return found


def amounts(balance: Balance) -> dict[str, Any]:
    """A balance with all that follows from it."""
    return {
        **asdict(balance),
        "owed": balance.owed,
        "open": balance.open,
        "overpaid": balance.overpaid,
        "state": balance.state,
    }


def payment_told(payment: Payment) -> dict[str, Any]:
    """A payment as it was recorded."""
    found: dict[str, Any] = json_compatible(asdict(payment))
    return found
