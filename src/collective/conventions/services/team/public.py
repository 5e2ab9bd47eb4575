"""GET @maintenance-team: who belongs to the team, for everybody, if the list is published."""

from collective.conventions import _
from collective.conventions.interfaces import NotFound
from collective.conventions.server import team
from collective.conventions.server.spaces import root_of
from plone.restapi.services import Service
from typing import Any


class Get(Service):
    """Names and organisations; neither logins nor documents."""

    def check_permission(self) -> None:
        """For everybody: the root knows no permission to use the REST API."""

    def reply(self) -> dict[str, Any]:
        root = root_of(self.context)
        if not team.is_published(root):
            raise NotFound(_("There is nothing at this address."))
        return {
            "@id": f"{self.context.absolute_url()}/@maintenance-team",
            "items": [
                {
                    "name": one.name,
                    "organisation": one.organisation,
                    "since": one.admitted.isoformat(),
                }
                for one in team.public_list(root)
            ],
        }
