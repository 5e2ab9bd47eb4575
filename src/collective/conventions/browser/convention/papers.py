"""What lies in a convention: its annexes and its invoices, as far as the reader may see them."""

from collective.conventions.access.annexes import annexes
from collective.conventions.access.annexes import viewable
from collective.conventions.access.insiders import is_insider
from collective.conventions.billing.balance import balance_of
from collective.conventions.billing.balance import parts_of
from collective.conventions.billing.drafts import document_of
from collective.conventions.browser.invoice.states import shown_state
from collective.conventions.terms.amounts import cents
from dataclasses import dataclass
from datetime import date
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
    """An invoice with what it comes to; a credit note counts against the others.

    ``name`` is its number, or the title of a draft; ``open`` is None for what nobody pays.
    """

    url: str
    name: str
    kind: str
    state: str
    day: date | None
    gross: Decimal
    open: Decimal | None


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


def invoices(convention: Any, today: date) -> list[Invoiced]:
    """The invoices that the reader may see: drafts, then the latest first."""
    seen = [part for part in parts_of(convention) if api.user.has_permission("View", obj=part)]
    found = [_invoiced(part, today) for part in seen]
    return sorted(found, key=_newest, reverse=True)


def total(found: list[Invoiced]) -> Decimal:
    """What the issued invoices come to, credit notes deducted."""
    return cents(sum((one.gross for one in found if one.state != "draft"), Decimal(0)))


def _invoiced(part: Any, today: date) -> Invoiced:
    document = document_of(part)
    balance = balance_of(part) if document.kind == "invoice" else None
    return Invoiced(
        part.absolute_url(),
        document.number or part.title,
        document.kind,
        shown_state(part, document, balance, today),
        document.issued,
        -document.gross if document.kind == "credit_note" else document.gross,
        balance.open if balance is not None else None,
    )


def _newest(one: Invoiced) -> tuple[bool, date, str]:
    return one.state == "draft", one.day or date.min, one.name


def _by_number(annex: Any) -> tuple[int, str, str]:
    number = annex.number or ""
    return len(number), number, annex.title
