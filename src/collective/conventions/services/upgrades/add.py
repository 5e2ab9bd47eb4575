"""POST @upgrades: upgrade spaces, as many as fit into the time of one answer."""

from collective.conventions.server.journal import present_actor
from collective.conventions.server.spaces import has_space
from collective.conventions.server.tools.budget import Budget
from collective.conventions.server.tools.budget import SECONDS
from collective.conventions.server.tools.upgrade import upgrade
from collective.conventions.services.content.body import body
from collective.conventions.services.content.deserialize import refuse_faults
from collective.conventions.services.refusals.problem import problem
from collective.conventions.services.server import ServerService
from dataclasses import asdict
from plone.protect.interfaces import IDisableCSRFProtection
from typing import Any
from zope.interface import alsoProvides


class Add(ServerService):
    """``spaces`` names them; who finds some of them ``left`` sends those again."""

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        names = self._names(body(self.request))
        outcomes = upgrade(self.root, names, Budget(SECONDS), actor=present_actor())
        return {
            "items": [asdict(one) for one in outcomes],
            "left": names[len(outcomes) :],
        }

    def _names(self, sent: dict[str, Any]) -> list[str]:
        refuse_faults([problem("unknown_field", name) for name in sent if name != "spaces"])
        names = sent.get("spaces")
        if not isinstance(names, list) or not names:
            refuse_faults([problem("required", "spaces")])
        unknown = [
            problem("unknown_choice", "spaces", row, value=str(name)[:100])
            for row, name in enumerate(names or ())
            if not (isinstance(name, str) and has_space(self.root, name))
        ]
        refuse_faults(unknown)
        return list(dict.fromkeys(names or ()))
