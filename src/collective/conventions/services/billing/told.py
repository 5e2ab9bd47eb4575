"""Invoices as the catalog knows them, and totals, as the answers carry them."""

from collections.abc import Iterable
from collective.conventions.billing.standing import Item
from collective.conventions.billing.standing import Totals
from collective.conventions.listing.names import titles_of
from collective.conventions.terms.standing import Standing
from dataclasses import asdict
from datetime import date
from plone.restapi.serializer.converters import json_compatible
from typing import Any


def items_told(items: Iterable[Item], today: date) -> list[dict[str, Any]]:
    """Invoices and credit notes, with the names of their customers."""
    found = list(items)
    names = titles_of({one.customer for one in found})
    return [_item(one, names, today) for one in found]


def totals_told(totals: Totals) -> dict[str, Any]:
    """What all of them add up to, and those of each customer and year."""
    names = titles_of(set(totals.per_partner))
    partners = [
        {"customer": uid, "title": names.get(uid, ""), **_standing(one)}
        for uid, one in totals.per_partner.items()
    ]
    years = [{"year": year, **_standing(one)} for year, one in totals.per_year.items()]
    return {"overall": _standing(totals.overall), "per_customer": partners, "per_year": years}


def _item(one: Item, names: dict[str, str], today: date) -> dict[str, Any]:
    answer = {
        "@id": one.url,
        "UID": one.uid,
        "title": one.title,
        "review_state": one.state,
        "document_kind": one.kind,
        "number": one.number or None,
        "contract": one.contract or None,
        "issuer": one.issuer,
        "customer": {"token": one.customer, "title": names.get(one.customer, "")},
        "issued": one.issued,
        "due": one.due,
        "gross": one.gross,
        "credited": one.credited,
        "paid": one.paid,
        "open": one.open,
        "overdue": one.overdue(today),
    }
    found: dict[str, Any] = json_compatible(answer)
    return found


def _standing(one: Standing) -> dict[str, Any]:
    found: dict[str, Any] = json_compatible(asdict(one))
    return found
