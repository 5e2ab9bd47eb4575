"""GET @text and @text-proposals: a text as it stands, and what it proposes."""

from collective.conventions.content.values import Reading
from collective.conventions.content.values import text_of
from collective.conventions.documents.texts.articles import refuse_unless_open
from collective.conventions.documents.texts.offers import offers_of
from collective.conventions.services.text.told import offers_told
from collective.conventions.services.text.told import text_told
from plone.restapi.services import Service
from typing import Any


class Get(Service):
    """The parts of the text in order, their bodies as HTML of a few elements."""

    def reply(self) -> dict[str, Any]:
        text = text_of(Reading(self.context))
        return {"@id": f"{self.context.absolute_url()}/@text", "text": text_told(text)}


class GetProposals(Service):
    """What the text proposes, for those who may accept it."""

    def reply(self) -> dict[str, Any]:
        refuse_unless_open(self.context)
        address = f"{self.context.absolute_url()}/@text-proposals"
        return {"@id": address, **offers_told(offers_of(self.context))}
