"""The listing of partners: what can be asked of it, and its rows."""

from collective.conventions.content import vocabularies
from collective.conventions.listing.filters import Choices
from collective.conventions.listing.filters import Words
from collective.conventions.listing.question import Listing
from collective.conventions.listing.sets import matching
from collective.conventions.listing.sets import overlap
from collective.conventions.listing.sets import visible
from dataclasses import dataclass
from typing import Any


PARTNERS = Listing(
    portal_type="Partner",
    filters={
        "text": Words(),
        "kind": Choices("partner_kind", lambda: vocabularies.ENTITY_KINDS),
    },
    sorts={
        "title": "sortable_title",
        "kind": "partner_kind",
        "enterprise_number": "enterprise_number",
        "modified": "modified",
    },
    facets={"kind": 10},
)


@dataclass(frozen=True)
class PartnerRow:
    """A partner in a listing; ``conventions`` counts those that the reader may see."""

    uid: str
    url: str
    title: str
    kind: str
    enterprise_number: str
    city: str
    conventions: int


def partner_rows(brains: list[Any]) -> list[PartnerRow]:
    """The rows of a batch."""
    seen = visible("Convention")
    return [
        PartnerRow(
            uid=brain.UID,
            url=brain.getURL(),
            title=brain.Title,
            kind=brain.partner_kind or "",
            enterprise_number=brain.enterprise_number or "",
            city=brain.partner_city or "",
            conventions=overlap(seen, matching("convention_parties", brain.UID)),
        )
        for brain in brains
    ]
