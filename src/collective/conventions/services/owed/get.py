"""GET @owed: the open documents of a customer, the entity of the space itself if none is named."""

from collective.conventions.billing.owed import Owed
from collective.conventions.billing.owed import owed
from collective.conventions.clock import today
from collective.conventions.content import sources
from collective.conventions.listing.reading import OneOf
from collective.conventions.services.document.told import document_told
from collective.conventions.services.questions import asked
from collective.conventions.services.questions import batch_of
from collective.conventions.services.questions import batched
from collective.conventions.terms.amounts import total
from plone.restapi.services import Service
from typing import Any


class Get(Service):
    """The most urgent first; ``open`` adds up all of them."""

    def reply(self) -> dict[str, Any]:
        question = asked(self.request, {"customer": OneOf(sources.partners(None))})
        found = owed(today(), question.filters.get("customer", ""))
        items = [_told(one) for one in batch_of(question, found)]
        address = f"{self.context.absolute_url()}/@owed"
        answer = batched(address, question, len(found), items)
        return {**answer, "open": str(total(*(one.item.open for one in found)))}


def _told(one: Owed) -> dict[str, Any]:
    return {
        "@id": one.item.url,
        "UID": one.item.uid,
        "open": str(one.item.open),
        "days_late": one.days_late,
        "document": document_told(one.document),
    }
