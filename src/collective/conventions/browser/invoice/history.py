"""What came after an invoice was issued: payments and credit notes, in words."""

from Acquisition import aq_parent
from collective.conventions import _
from collective.conventions.billing.balance import parts_of
from collective.conventions.billing.drafts import document_of
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.payments.book import payments_of
from collective.conventions.browser.page import Page
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from zope.i18nmessageid import Message


MEANS: dict[str, Message] = {
    "transfer": _("Bank transfer"),
    "direct_debit": _("Direct debit"),
    "cash": _("Cash"),
    "other": _("Other"),
}


@dataclass(frozen=True)
class Paid:
    """A payment; one below zero was given back."""

    day: str
    amount: Decimal
    means: str
    payer: str
    note: str
    reference: str


@dataclass(frozen=True)
class Related:
    """A document that belongs to another; a draft has its title in the place of a number."""

    number: str
    url: str
    gross: Decimal
    draft: bool


def paid(page: Page, invoice: Any) -> list[Paid]:
    """The payments of an invoice."""
    return [
        Paid(
            page.day(one.day),
            one.amount,
            page.t(MEANS.get(one.means, one.means)),
            one.payer,
            one.note,
            one.reference,
        )
        for one in payments_of(invoice)
    ]


def credits_of(page: Page, invoice: Any) -> list[Related]:
    """The credit notes of an invoice, drafts included, as far as the reader may see them."""
    uid = invoice.UID()
    found = (part for part in parts_of(aq_parent(invoice)) if part.credits == uid)
    return [_related(part) for part in found if page.may("View", part)]


def _related(part: Any) -> Related:
    issued = issued_of(part)
    number = issued.number if issued is not None else part.title
    return Related(number, part.absolute_url(), document_of(part).gross, issued is None)
