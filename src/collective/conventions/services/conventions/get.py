"""GET @conventions: the listing of the page, for a client."""

from collective.conventions.content import vocabularies
from collective.conventions.listing.conventions import convention_rows
from collective.conventions.listing.conventions import ConventionRow
from collective.conventions.listing.conventions import CONVENTIONS
from collective.conventions.services.listed import listed
from plone.restapi.services import Service
from typing import Any


TITLES = {"state": vocabularies.STATES, "kind": vocabularies.KINDS}


class Get(Service):
    """The conventions that the query string asks for."""

    def reply(self) -> dict[str, Any]:
        address = f"{self.context.absolute_url()}/@conventions"
        return listed(self.request, address, CONVENTIONS, items, TITLES)


def items(brains: list[Any]) -> list[dict[str, Any]]:
    """What the answer carries of each convention."""
    return [_item(row) for row in convention_rows(brains)]


def _item(row: ConventionRow) -> dict[str, Any]:
    return {
        "@id": row.url,
        "@type": "Convention",
        "UID": row.uid,
        "title": row.title,
        "reference": row.reference,
        "kind": row.kind,
        "review_state": row.state,
        "parties": [{"partner": uid, "title": title} for uid, title in row.parties],
        "force_start": row.start.isoformat() if row.start else None,
        "force_end": row.end.isoformat() if row.end else None,
        "endless": row.endless,
        "modified": row.modified.isoformat(),
    }
