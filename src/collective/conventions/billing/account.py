"""A convention as its biller sees it: its price, its days, and what was issued for it."""

from collections.abc import Iterable
from collective.conventions.billing.balance import parts_of
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.indexes import table
from collective.conventions.billing.reduced import spans_of
from collective.conventions.billing.wording import condition
from collective.conventions.content.values import Reading
from collective.conventions.content.values import span_of
from collective.conventions.content.values import tariff_of
from collective.conventions.terms.account import Account
from collective.conventions.terms.account import billed_by
from collective.conventions.terms.document import Document
from collective.conventions.terms.tariff import Tariff
from dataclasses import replace
from plone import api
from typing import Any


def account_of(convention: Any) -> Account:
    """What decides what a convention is charged."""
    values = Reading(convention)
    tariff = _told(tariff_of(values))
    return Account(
        tariff,
        span_of(values),
        billed_by(documents_of(parts_of(convention), by=convention.issuer)),
        spans_of(convention) if tariff.reduction is not None else (),
        table(api.portal.get()) if tariff.indexation is not None else {},
    )


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
