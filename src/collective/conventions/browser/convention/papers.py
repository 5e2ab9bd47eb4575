"""What lies in a convention: its annexes and its invoices, as far as the reader may see them."""

from collective.conventions.access.annexes import annexes
from collective.conventions.access.annexes import viewable
from collective.conventions.access.insiders import is_insider
from collective.conventions.terms.money import cents
from dataclasses import dataclass
from decimal import Decimal
from plone import api
from typing import Any


@dataclass(frozen=True)
class Closed:
    """An annex that may be consulted at the secretariat only: no more than its title."""

    number: str
    title: str


@dataclass(frozen=True)
class Invoiced:
    """An invoice with what it comes to; a credit note counts against the others."""

    document: Any
    gross: Decimal


def open_annexes(convention: Any) -> list[Any]:
    """The annexes that the reader may see, in the order of their numbers."""
    return sorted(viewable(convention), key=_by_number)


def closed_annexes(convention: Any) -> list[Closed]:
    """The annexes whose existence the reader may know of, and no more.

    The people of a partner are not told: that there is such an annex may be what it hides.
    """
    if not is_insider(convention):
        return []
    seen = {annex.getId() for annex in viewable(convention)}
    found = [
        Closed(annex.number or "", annex.title)
        for annex in annexes(convention)
        if annex.getId() not in seen
    ]
    return sorted(found, key=_by_number)


def invoices(convention: Any) -> list[Invoiced]:
    """The invoices that the reader may see, the latest first."""
    found = [item for item in convention.objectValues() if item.portal_type == "Invoice"]
    seen = [item for item in found if api.user.has_permission("View", obj=item)]
    latest = sorted(seen, key=lambda item: (str(item.invoice_date or ""), item.title), reverse=True)
    return [Invoiced(item, _signed(item)) for item in latest]


def total(found: list[Invoiced]) -> Decimal:
    """What the invoices come to, credit notes deducted."""
    return cents(sum((invoiced.gross for invoiced in found), Decimal(0)))


def _signed(document: Any) -> Decimal:
    gross = document.totals().gross
    return -abs(gross) if document.document_kind == "credit_note" else gross


def _by_number(annex: Any) -> tuple[int, str, str]:
    number = annex.number or ""
    return len(number), number, annex.title
