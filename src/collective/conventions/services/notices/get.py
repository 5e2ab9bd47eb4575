"""GET @notices: the letters, what each sets going, and the ways to the end."""

from collective.conventions.clock import today
from collective.conventions.deadlines.ways import letters_of
from collective.conventions.deadlines.ways import ways_of
from collective.conventions.services.notices.told import Told
from plone.restapi.services import Service
from typing import Any


class Get(Service):
    """The letters of the convention in the order of their rows, then the ways."""

    def reply(self) -> dict[str, Any]:
        told = Told(self.context, self.request)
        return {
            "@id": f"{self.context.absolute_url()}/@notices",
            "items": [told.letter(one) for one in letters_of(self.context)],
            "routes": [told.way(way) for way in ways_of(self.context, today())],
        }
