"""A convention as its biller sees it: its price, its days, and what was issued for it."""

from collections.abc import Iterable
from collective.conventions.billing.balance import parts_of
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.indexes import table
from collective.conventions.billing.reduced import spans_of
from collective.conventions.billing.wording import condition
from collective.conventions.content.amended import values_at
from collective.conventions.content.amended import values_in_turn
from collective.conventions.content.values import span_of
from collective.conventions.content.values import tariff_of
from collective.conventions.terms.account import Account
from collective.conventions.terms.account import Billed
from collective.conventions.terms.account import billed_by
from collective.conventions.terms.document import Document
from collective.conventions.terms.tariff import Tariff
from dataclasses import replace
from plone import api
from typing import Any


def account_of(convention: Any) -> Account:
    """What decides what a convention is charged: the price in turn, as amendments change it."""
    turns = [(first, _told(tariff_of(values))) for first, values in values_in_turn(convention)]
    tariffs = [tariff for _first, tariff in turns]
    return Account(
        tariffs[0],
        span_of(values_at(convention)),
        billed_of(convention),
        spans_of(convention) if any(tariff.reduction for tariff in tariffs) else (),
        table(api.portal.get()) if any(tariff.indexation for tariff in tariffs) else {},
        tuple((first, tariff) for first, tariff in turns if first is not None),
    )


def billed_of(convention: Any) -> tuple[Billed, ...]:
    """What the issuer of a convention has billed and credited."""
    return billed_by(documents_of(parts_of(convention), by=convention.issuer))


def _told(tariff: Tariff) -> Tariff:
    """The tariff with a reduction that says on paper while what it holds."""
    reduction = tariff.reduction
    if reduction is None:
        return tariff
    why = condition(reduction.condition, api.portal.get_default_language())
    return replace(tariff, reduction=replace(reduction, reason=why))


def documents_of(parts: Iterable[Any], by: str | None = None) -> list[Document]:
    """What was issued, in the order in which it was.

    :param by: the UID of the partner whose documents they are. What the issuer of a convention
        sent as e-invoices is billed; what any other party sent is no part of its price.
    """
    found = [issued.document for part in parts if (issued := issued_of(part)) is not None]
    own = (document for document in found if by is None or document.issuer.uid == by)
    return sorted(own, key=lambda document: (document.issued, document.number))
