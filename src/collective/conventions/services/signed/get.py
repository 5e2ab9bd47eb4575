"""GET @signed: the originals, the approved text, and what the signed copies show."""

from collective.conventions.clock import today
from collective.conventions.documents.signed.standing import standing
from collective.conventions.documents.signed.told import standing_told
from plone.restapi.services import Service
from typing import Any


class Get(Service):
    """As far as who asks may see the copies."""

    def reply(self) -> dict[str, Any]:
        told = standing_told(standing(self.context, today()), self.request)
        return {"@id": f"{self.context.absolute_url()}/@signed", **told}
