"""GET: what is stored, and under ``computed`` what follows from it."""

from collections.abc import Iterable
from collections.abc import Mapping
from collective.conventions.billing.frozen import issued_of
from collective.conventions.clock import today
from collective.conventions.content.amended import effective
from collective.conventions.content.amended import signature
from collective.conventions.content.amended import values_at
from collective.conventions.content.checks import price_warnings
from collective.conventions.content.indexers import IN_FORCE
from collective.conventions.content.values import Reading
from collective.conventions.content.values import snapshot
from collective.conventions.content.values import span_of
from collective.conventions.listing.names import titles_of
from collective.conventions.services.batch import window
from collective.conventions.services.payments.told import balance_told
from collective.conventions.services.refusals.problem import shown
from collective.conventions.terms.commitments import Commitment
from collective.conventions.terms.commitments import totals_per_party
from dataclasses import asdict
from datetime import date
from plone import api
from plone.restapi.bbb import boolean_value
from plone.restapi.interfaces import ISerializeToJsonSummary
from plone.restapi.serializer.converters import json_compatible
from plone.restapi.serializer.dxcontent import SerializeToJson
from typing import Any
from zope.component import getMultiAdapter


class ContainerSerializer(SerializeToJson):
    """Of an item that holds others: a batch of summaries of those the reader may see."""

    def __call__(
        self, version: Any = None, include_items: bool = True, include_expansion: bool = True
    ) -> dict[str, Any]:
        answer: dict[str, Any] = super().__call__(
            version=version, include_expansion=include_expansion
        )
        answer["is_folderish"] = True
        if boolean_value(self.request.form.get("include_items", include_items)):
            answer.update(self._items())
        return answer

    def _items(self) -> dict[str, Any]:
        start, size = window(self.request)
        path = {"query": "/".join(self.context.getPhysicalPath()), "depth": 1}
        catalog = api.portal.get_tool("portal_catalog")
        found = catalog(path=path, sort_on="created", sort_limit=start + size or 1)
        return {
            "items_total": found.actual_result_count,
            "items": [
                getMultiAdapter((brain, self.request), ISerializeToJsonSummary)()
                for brain in found[start : start + size]
            ],
        }


class ConventionSerializer(ContainerSerializer):
    """Of a convention: when it is in force, who is party to it and what each party owes.

    ``warnings`` say what a person should know of its price, for which nothing is refused.
    """

    def __call__(self, *args: Any, **options: Any) -> dict[str, Any]:
        answer = super().__call__(*args, **options)
        found = computed(self.context, answer["review_state"])
        warnings = [shown(one, self.request) for one in price_warnings(snapshot(self.context))]
        answer["computed"] = json_compatible({**found, "warnings": warnings})
        return answer


class AmendmentSerializer(ContainerSerializer):
    """Of an amendment: from when it holds, as far as known, and when it was signed."""

    def __call__(self, *args: Any, **options: Any) -> dict[str, Any]:
        answer = super().__call__(*args, **options)
        values = Reading(self.context)
        days = {"effective": effective(values), "signed": signature(values)}
        answer["computed"] = json_compatible(days)
        return answer


class InvoiceSerializer(SerializeToJson):
    """Of an invoice: its totals, who issues it to whom, and once issued how it stands."""

    def __call__(self, *args: Any, **options: Any) -> dict[str, Any]:
        answer: dict[str, Any] = super().__call__(*args, **options)
        partners = titles_of({self.context.issuer, self.context.customer})
        totals = asdict(self.context.totals())
        found = {"totals": totals, "partners": partners, **issue_of(self.context)}
        answer["computed"] = json_compatible(found)
        return answer


def issue_of(invoice: Any) -> dict[str, Any]:
    """The number and the days of an issued document, and the balance of an invoice."""
    issued = issued_of(invoice)
    document = issued.document if issued else None
    return {
        "number": document.number if document else None,
        "issued": document.issued if document else None,
        "due": document.due if document else None,
        "balance": balance_told(invoice, today()),
    }


def computed(convention: Any, state: str) -> dict[str, Any]:
    """What follows from what is stored of a convention."""
    day = today()
    return {
        "in_force": in_force(convention, state, day),
        "totals": totals_of(convention.commitments or (), day),
        "partners": titles_of({row["partner"] for row in convention.parties or ()}),
    }


def in_force(convention: Any, state: str, day: date) -> dict[str, Any]:
    """First and last day in force, and whether ``day`` is one of them; none before signature."""
    if state not in IN_FORCE:
        return {"start": None, "end": None, "today": False}
    span = span_of(values_at(convention))
    return {"start": span.start, "end": span.end, "today": span.holds(day)}


def totals_of(rows: Iterable[Mapping[str, Any]], day: date) -> list[dict[str, Any]]:
    """What each party owes, added up."""
    owed = [
        Commitment(
            party=row["partner"],
            quantity=row.get("quantity"),
            unit=row.get("unit") or "",
            amount=row.get("amount"),
            due=row.get("due"),
            done=row.get("done"),
        )
        for row in rows
    ]
    return [
        {
            **asdict(total),
            "quantities": [{"unit": unit, "quantity": count} for unit, count in total.quantities],
        }
        for total in totals_per_party(owed, day)
    ]
