"""GET @incidents, GET @incidents/NUMBER: all incidents of the server, or one."""

from collective.conventions.server.incident import STATES
from collective.conventions.server.incident_steps import possible
from collective.conventions.server.incidents import incident
from collective.conventions.server.incidents import incidents
from collective.conventions.server.incidents import suspension_of
from collective.conventions.server.letters import notices
from collective.conventions.services.asked import refuse_strange
from collective.conventions.services.batch import batch
from collective.conventions.services.incidents.told import told
from collective.conventions.services.server import ServerService
from dataclasses import asdict
from typing import Any


class Get(ServerService):
    """``?space=`` and ``?state=`` choose; one incident says which steps are possible now."""

    most = 1

    def reply(self) -> dict[str, Any]:
        address = f"{self.context.absolute_url()}/@incidents"
        if self.params:
            found = incident(self.root, self.params[0])
            suspended = suspension_of(self.root, found.space_id) is not None
            steps = list(possible(found, suspended))
            letters = [asdict(one) for one in notices(self.root, found.space_id, found.id)]
            return {**told(found, address), "possible_steps": steps, "letters": letters}
        refuse_strange(self.request.form, {"space": None, "state": STATES})
        state = str(self.request.form.get("state", ""))
        every = incidents(self.root, str(self.request.form.get("space", "")))
        chosen = [one for one in every if state in ("", one.state)]
        return {
            "@id": address,
            "items_total": len(chosen),
            "items": [told(one, address) for one in batch(self.request, chosen)],
        }
