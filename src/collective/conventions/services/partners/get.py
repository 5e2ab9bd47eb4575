"""GET @partners: the listing of the page, for a client."""

from collective.conventions.content import vocabularies
from collective.conventions.listing.partners import partner_rows
from collective.conventions.listing.partners import PARTNERS
from collective.conventions.services.listed import listed
from plone.restapi.services import Service
from typing import Any


class Get(Service):
    """The partners that the query string asks for."""

    def reply(self) -> dict[str, Any]:
        address = f"{self.context.absolute_url()}/@partners"
        titles = {"kind": vocabularies.ENTITY_KINDS}
        return listed(self.request, address, PARTNERS, items, titles)


def items(brains: list[Any]) -> list[dict[str, Any]]:
    """What the answer carries of each partner."""
    return [
        {
            "@id": row.url,
            "@type": "Partner",
            "UID": row.uid,
            "title": row.title,
            "entity_kind": row.kind,
            "enterprise_number": row.enterprise_number or None,
            "city": row.city or None,
            "conventions_total": row.conventions,
        }
        for row in partner_rows(brains)
    ]
