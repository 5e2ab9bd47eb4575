"""What the entity of a space owes, and why: the open documents of which it is the customer."""

from collective.conventions.billing.frozen import is_received
from collective.conventions.billing.frozen import issued_of
from collective.conventions.billing.issuers import keeper
from collective.conventions.billing.standing import Item
from collective.conventions.billing.standing import items
from collective.conventions.server.register import entry
from collective.conventions.terms.document import Document
from collective.conventions.terms.paying import days_overdue
from dataclasses import dataclass
from datetime import date
from plone import api
from typing import Any


#: Who has a space of its own.
ENTITIES = ("commune", "cpas")


@dataclass(frozen=True)
class Owed:
    """An open document: each line of ``document`` explains its amount, the formula with its
    numbers; its issuer and communication say how to pay. ``days_late`` is 0 until it is due.
    """

    item: Item
    document: Document
    days_late: int


def owed(today: date, customer: str = "") -> list[Owed]:
    """What is to be paid, the most urgent first; only what the current user may see.

    :param customer: the UID of a partner; without any, the entity of this space: what it has
        issued itself it does not owe.
    """
    if customer:
        found = [_owed(item, today) for item in items(today, state="open", customer=customer)]
    else:
        ours = entity_uids()
        found = [
            _owed(item, today)
            for item in items(today, state="open")
            if item.customer in ours and not _issued_here(item)
        ]
    return sorted(found, key=lambda one: (one.item.due or date.max, one.item.number))


def entity_uids() -> frozenset[str]:
    """The UIDs of the partners that are the entity of this space.

    The operator's register names it by kind and NIS code. Where it does not, every commune and
    CPAS among the partners is taken for one.
    """
    portal = api.portal.get()
    known = entry(portal.getPhysicalRoot(), portal.getId())
    query: dict[str, Any] = {"portal_type": "Partner", "partner_kind": ENTITIES}
    if known is not None and known.kind and known.nis_code:
        query = {**query, "partner_kind": known.kind, "nis_code": known.nis_code}
    found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(**query)
    return frozenset(record.UID for record in found)


def _owed(item: Item, today: date) -> Owed:
    late = days_overdue(item.balance, item.due, today) if item.balance else 0
    return Owed(item, issued_of(_invoice(item)).document, late)


def _issued_here(item: Item) -> bool:
    """Whether this space itself issues in the name of the issuer."""
    invoice, portal = _invoice(item), api.portal.get()
    number = issued_of(invoice).document.issuer.enterprise_number
    return not is_received(invoice) and (keeper(portal.getPhysicalRoot(), number) == portal.getId())


def _invoice(item: Item) -> Any:
    return api.portal.get().unrestrictedTraverse(item.path)
