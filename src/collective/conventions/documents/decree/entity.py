"""The commune or CPAS whose council decides about a convention."""

from collective.conventions import _
from collective.conventions.content.amended import values_at
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.terms.councils import basis_of
from collective.conventions.terms.councils import region_of
from collective.conventions.terms.findings import Finding
from dataclasses import dataclass
from datetime import date
from plone import api
from typing import Any


@dataclass(frozen=True)
class Entity:
    """Who decides: the partner's UID and name, its kind, and the Region whose law it follows."""

    uid: str
    name: str
    kind: str
    region: str


def entity_of(convention: Any) -> Entity:
    """The party whose council decides.

    Of several communes and CPAS it is the one that bears the name of the space, else the first.

    :raises UnprocessableEntity: no party has a council.
    """
    found = [party for party in parties_of(convention) if basis_of(party.entity_kind, "wallonia")]
    if not found:
        raise UnprocessableEntity(
            _("No council decides about this convention."), [Finding("no_council", "parties")]
        )
    own = _folded(api.portal.get().title)
    party = next((one for one in found if _folded(one.title) == own), found[0])
    region = region_of(party.nis_code or "", party.postal_code or "")
    return Entity(party.UID(), party.title, party.entity_kind, region)


def parties_of(convention: Any, today: date | None = None) -> list[Any]:
    """The partners that are parties, in the order of the rows, whoever asks.

    :param today: those of this day, with the amendments that hold; the original ones without it.
    """
    catalog = api.portal.get_tool("portal_catalog")
    rows = convention.parties if today is None else values_at(convention, today)["parties"]
    uids = [row["partner"] for row in rows or ()]
    brains = {brain.UID: brain for brain in catalog.unrestrictedSearchResults(UID=uids)}
    return [brains[uid]._unrestrictedGetObject() for uid in dict.fromkeys(uids) if uid in brains]


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
