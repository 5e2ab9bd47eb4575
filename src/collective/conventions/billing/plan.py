"""What a run would issue, document by document and line by line: read, without writing anything."""

from collections.abc import Iterator
from collective.conventions.billing.account import account_of
from collective.conventions.billing.balance import parts_of
from collective.conventions.billing.draft_values import credit_values
from collective.conventions.billing.draft_values import invoice_values
from collective.conventions.billing.drafts import draft_from
from collective.conventions.billing.frozen import is_received
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.issue import dated
from collective.conventions.billing.refusal import refusal
from collective.conventions.content.amended import values_at
from collective.conventions.terms.billing import to_bill
from collective.conventions.terms.charges import Reason
from collective.conventions.terms.crediting import to_credit
from collective.conventions.terms.document import Document
from collective.conventions.terms.findings import Finding
from collective.conventions.terms.issuing import lacking
from dataclasses import dataclass
from datetime import date
from plone import api
from typing import Any


STATES = ("signed", "terminated")


@dataclass(frozen=True)
class Planned:
    """A document to come: ``values`` make its draft, ``document`` is what it would say.

    ``reasons`` stand beside its lines, in their order; ``findings`` keep it from being issued.
    """

    convention: Any
    values: dict[str, Any]
    document: Document
    reasons: tuple[tuple[Reason, ...], ...]
    findings: tuple[Finding, ...] = ()


def candidates() -> list[Any]:
    """The catalog records of the conventions that may have to be billed, by their paths."""
    found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="Convention", review_state=STATES
    )
    return sorted(found, key=lambda record: record.getPath())


def plan(convention: Any, on: date, today: date) -> tuple[Planned, ...]:
    """What is to be issued for a convention: credit notes first, then an invoice.

    :param on: the day on which the semester lies that is billed.
    :param today: the day on which the documents would be issued.
    """
    return tuple(_plan(convention, on, today))


def _plan(convention: Any, on: date, today: date) -> Iterator[Planned]:
    if not convention.issuer or not _is_priced(convention) or refusal(convention):
        return
    # Who sends his own e-invoices bills himself, and takes back himself what was too much.
    if any(is_received(part) and part.issuer == convention.issuer for part in parts_of(convention)):
        return
    account = account_of(convention)
    credited = {issued.number: part for part in parts_of(convention) if (issued := issued_of(part))}
    for credit in to_credit(account):
        original = credited[credit.document]
        reasons = tuple(charge.reasons for charge in credit.charges)
        yield _planned(convention, credit_values(original, credit), reasons, today)
    if charges := to_bill(account, on):
        reasons = tuple(charge.reasons for charge in charges)
        yield _planned(convention, invoice_values(convention, charges, today), reasons, today)


def _is_priced(convention: Any) -> bool:
    """Whether it has a price, or had or will have one by an amendment."""
    return bool(convention.prices or values_at(convention).get("prices"))


def _planned(
    convention: Any, values: dict[str, Any], reasons: tuple[tuple[Reason, ...], ...], today: date
) -> Planned:
    document = dated(draft_from(values, convention), convention, today)
    return Planned(convention, values, document, reasons, lacking(document))
