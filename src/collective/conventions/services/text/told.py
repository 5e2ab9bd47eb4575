"""A text and what it proposes, as clients read them."""

from collective.conventions.documents.texts.offers import Offer
from collective.conventions.documents.texts.offers import Offers
from collective.conventions.journal.plain import plain
from collective.conventions.terms.texts.text import Part
from collective.conventions.terms.texts.text import Text
from dataclasses import asdict
from typing import Any


def text_told(text: Text) -> list[dict[str, str]]:
    """The parts of a text, in order."""
    return [asdict(part) for part in text]


def offers_told(offers: Offers) -> dict[str, Any]:
    """What a text proposes; ``partners`` are the likely ones, by the number of the party."""
    return {
        "proposals": [
            _offer(offer, offers.text[offer.proposal.passage.part]) for offer in offers.offers
        ],
        "partners": {str(number): uid for number, uid in offers.partners.items()},
    }


def _offer(offer: Offer, part: Part) -> dict[str, Any]:
    found = offer.proposal
    return {
        "key": offer.key,
        "field": found.field,
        "value": plain(found.value),
        "rule": found.rule,
        "state": offer.state,
        "current": plain(offer.current),
        "lacks": list(found.lacks),
        "passage": {**asdict(found.passage), "kind": part.part, "number": part.number},
    }
