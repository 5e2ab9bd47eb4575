"""The values of the drafts that a run makes."""

from collections.abc import Sequence
from collective.conventions.billing.credit import credit_of
from collective.conventions.billing.credit import row_of
from collective.conventions.billing.parties import customer_of
from collective.conventions.billing.wording import explanation
from collective.conventions.content.amended import values_at
from collective.conventions.terms.charges import Charge
from collective.conventions.terms.crediting import Credit
from datetime import date
from plone import api
from typing import Any


def invoice_values(convention: Any, charges: Sequence[Charge], today: date) -> dict[str, Any]:
    """The values of an invoice for what is charged, as the convention stands ``today``."""
    rows = _rows(charges)
    starts = [row["period_start"] for row in rows if row["period_start"]]
    ends = [row["period_end"] for row in rows if row["period_end"]]
    return {
        "title": convention.title,
        "document_kind": "invoice",
        "issuer": convention.issuer,
        "customer": customer_of(convention),
        "lines": rows,
        "period_start": min(starts, default=None),
        "period_end": max(ends, default=None),
        "exemption_reason": values_at(convention, today).get("exemption_reason"),
    }


def credit_values(invoice: Any, credit: Credit) -> dict[str, Any]:
    """The values of the credit note that gives back of an invoice."""
    return credit_of(invoice, _rows(credit.charges))


def _rows(charges: Sequence[Charge]) -> list[dict[str, Any]]:
    language = api.portal.get_default_language()
    return [
        {**row_of(charge.line), "explanation": explanation(charge.reasons, language)}
        for charge in charges
    ]
