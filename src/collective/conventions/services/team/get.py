"""GET @team, GET @team/LOGIN: the members of the team, past ones too."""

from collective.conventions import _
from collective.conventions.interfaces import NotFound
from collective.conventions.server import team
from collective.conventions.services.server import ServerService
from collective.conventions.services.team.told import told
from typing import Any


class Get(ServerService):
    """The whole team, or one member."""

    most = 1

    def reply(self) -> dict[str, Any]:
        address = f"{self.context.absolute_url()}/@team"
        if self.params:
            found = team.member(self.root, self.params[0])
            if found is None:
                raise NotFound(_("There is nothing at this address."))
            return {"@id": f"{address}/{found.login}", **told(found)}
        return {
            "@id": address,
            "published": team.is_published(self.root),
            "strangers": list(team.strangers(self.root)),
            "items": [told(one) for one in team.members(self.root)],
        }
