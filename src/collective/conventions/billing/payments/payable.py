"""The issued invoices that a payment may be meant for."""

from collections.abc import Iterator
from collective.conventions.billing.balance import balance_of
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.parties import item_of
from collective.conventions.billing.payments.book import payments_of
from collective.conventions.terms.document import ZERO
from collective.conventions.terms.matching import Claim
from collective.conventions.terms.paying import Balance
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any


STATES = ("issued", "paid", "credited")


@dataclass(frozen=True)
class Payable(Claim):
    """An issued invoice of a space (by its id) as one that can be paid, or given back of.

    ``references`` are those of the payments that are recorded of it.
    """

    space: str = ""
    uid: str = ""
    customer: str = ""
    balance: Balance = field(default_factory=lambda: Balance(ZERO))
    references: tuple[str, ...] = field(default=(), compare=False)

    def after(self, amount: Decimal) -> "Payable":
        """The same one when ``amount`` has come in, or below zero was given back."""
        balance = replace(self.balance, paid=self.balance.paid + amount)
        return replace(self, balance=balance, open=balance.open)

    def to_give_back(self) -> "Payable":
        """The same one as a claim on what was paid too much."""
        return replace(self, open=self.balance.overpaid)


def payable_of(space: str, invoice: Any) -> Payable | None:
    """An invoice as it stands now; ``None`` for what nobody pays to its issuer here."""
    issued = issued_of(invoice)
    if issued is None or issued.received or issued.document.kind != "invoice":
        return None
    balance = balance_of(invoice) or Balance(ZERO)
    document = issued.document
    return Payable(
        number=document.number,
        open=balance.open,
        communication=document.communication,
        iban=document.customer.iban,
        space=space,
        uid=invoice.UID(),
        customer=document.customer.name,
        balance=balance,
        references=tuple(payment.reference for payment in payments_of(invoice)),
    )


def payables(portal: Any, account: str) -> Iterator[Payable]:
    """The invoices of a space that are paid on ``account``, as they or their issuer say now.

    Those that are paid are among them: what names them once more is too much.
    """
    records = portal.portal_catalog.unrestrictedSearchResults(
        portal_type="Invoice", invoice_kind="invoice", review_state=STATES
    )
    present = cache(_present_account)
    for record in records:
        invoice = record._unrestrictedGetObject()
        issuer = issued_of(invoice).document.issuer
        known = account in (issuer.iban, present(issuer.uid))
        if known and (found := payable_of(portal.getId(), invoice)):
            yield found


def _present_account(uid: str) -> str:
    return str(getattr(item_of(uid), "iban", None) or "")
