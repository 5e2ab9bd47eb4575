"""GET @deliberation: what College and Council decided, sitting by sitting."""

from collective.conventions.services.deliberation.told import deliberations_told
from collective.conventions.services.visible import refuse_unseen
from plone.restapi.services import Service
from typing import Any


class Get(Service):
    """All of them, the earliest sitting first."""

    def reply(self) -> dict[str, Any]:
        refuse_unseen(self.context)
        return deliberations_told(self.context, self.request)
