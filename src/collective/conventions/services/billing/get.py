"""GET @billing: the invoices of the space by state, customer and year, with their totals."""

from collective.conventions.billing.standing import items
from collective.conventions.billing.standing import STATES
from collective.conventions.billing.standing import totals
from collective.conventions.clock import today
from collective.conventions.content import sources
from collective.conventions.content.fields import FIRST_DATE
from collective.conventions.content.fields import LAST_DATE
from collective.conventions.listing.filters import Refused
from collective.conventions.listing.reading import OneOf
from collective.conventions.services.billing.told import items_told
from collective.conventions.services.billing.told import totals_told
from collective.conventions.services.questions import asked
from collective.conventions.services.questions import batch_of
from collective.conventions.services.questions import batched
from plone.restapi.services import Service
from typing import Any


class Year:
    """Reads a year in which something can have been issued."""

    def read(self, texts: list[str]) -> int:
        text = texts[-1]
        if not (text.isascii() and text.isdigit()):
            raise Refused("not_a_number")
        if not FIRST_DATE.year <= int(text[:5]) <= LAST_DATE.year:
            raise Refused("unknown_choice", value=text[:100])
        return int(text)


class Get(Service):
    """A batch of what the query string asks for; the totals are of all of it."""

    def reply(self) -> dict[str, Any]:
        customers = OneOf(sources.partners(None))
        readers = {"state": OneOf(STATES), "customer": customers, "year": Year()}
        question, day = asked(self.request, readers), today()
        found = items(day, **question.filters)
        told = items_told(batch_of(question, found), day)
        address = f"{self.context.absolute_url()}/@billing"
        answer = batched(address, question, len(found), told)
        return {**answer, "totals": totals_told(totals(found, day))}
