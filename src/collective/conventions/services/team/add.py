"""POST @team: admit a member; POST @team/LOGIN/signatures: record what he has signed;
POST @team/LOGIN/code: make the code with which he chooses his password."""

from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.clock import today
from collective.conventions.interfaces import NotFound
from collective.conventions.server import team
from collective.conventions.server.journal import present_actor
from collective.conventions.server.welcome import new_code
from collective.conventions.services.content.body import body
from collective.conventions.services.content.body import MAXIMUM_WITH_FILE
from collective.conventions.services.content.fields_sent import read_fields
from collective.conventions.services.server import ServerService
from collective.conventions.services.team.reading import MEMBER
from collective.conventions.services.team.reading import SIGNATURE
from collective.conventions.services.team.told import told
from plone.protect.interfaces import IDisableCSRFProtection
from typing import Any
from zope.interface import alsoProvides


class Add(ServerService):
    """Tells the member as he is now; of a code only the code."""

    most = 2

    def reply(self) -> dict[str, Any]:
        alsoProvides(self.request, IDisableCSRFProtection)
        by: dict[str, Any] = {"actor": present_actor(), "today": today()}
        sent = body(self.request, MAXIMUM_WITH_FILE)
        if not self.params:
            return self._made(self._admitted(sent, by))
        login, what = [*self.params, ""][:2]
        if team.member(self.root, login) is None or what not in ("signatures", "code"):
            raise NotFound(_("There is nothing at this address."))
        if what == "signatures":
            return self._made(self._signed(login, sent, by))
        read_fields({}, sent)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return {"code": new_code(self.root, login, **by)}

    def _admitted(self, sent: Mapping[str, Any], by: Mapping[str, Any]) -> team.Member:
        given = {"login": "", "name": "", **read_fields(MEMBER, sent)}
        return team.admit(self.root, given.pop("login"), given.pop("name"), **given, **by)

    def _signed(self, login: str, sent: Mapping[str, Any], by: Mapping[str, Any]) -> team.Member:
        nothing: dict[str, Any] = {"document": "", "version": "", "signed": None, "file": None}
        given = {**nothing, **read_fields(SIGNATURE, sent)}
        return team.sign(self.root, login, given.pop("document"), **given, **by)

    def _made(self, member: team.Member) -> dict[str, Any]:
        self.request.response.setStatus(201)
        address = f"{self.context.absolute_url()}/@team/{member.login}"
        self.request.response.setHeader("Location", address)
        return {"@id": address, **told(member)}
