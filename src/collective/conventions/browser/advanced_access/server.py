"""An operator grants, declines and revokes advanced access, in all spaces."""

from collections.abc import Callable
from collective.conventions import _
from collective.conventions.browser.advanced_access.words import STATES
from collective.conventions.browser.server.page import ServerPage
from collective.conventions.interfaces import ConventionsError
from collective.conventions.messages import sentence
from collective.conventions.server import zmi
from collective.conventions.server.journal import present_actor
from collective.conventions.server.spaces import entered
from datetime import date
from datetime import timedelta
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18nmessageid import Message
import transaction


class OperatorView(ServerPage):
    """``@@advanced-access`` of the root"""

    index = ViewPageTemplateFile("server.pt")
    title = _("Advanced access")
    states = STATES
    #: The request whose answer was refused, and why.
    refused_id = ""
    fault = ""

    @property
    def acts(self) -> dict[str, Callable[[], str]]:
        return {"grant": self._grant, "decline": self._decline, "revoke": self._revoke}

    @cached_property
    def requests(self) -> list[zmi.Access]:
        """Those of spaces that are still there."""
        there = set(self.root.objectIds())
        return [one for one in zmi.requests(self.root) if one.space in there]

    def in_state(self, *states: str) -> list[zmi.Access]:
        return [one for one in self.requests if one.state_on(self.today) in states]

    @property
    def asked(self) -> list[zmi.Access]:
        return self.in_state(zmi.ASKED)

    @property
    def granted(self) -> list[zmi.Access]:
        return self.in_state(zmi.GRANTED)

    @property
    def closed(self) -> list[zmi.Access]:
        return self.in_state(zmi.DECLINED, zmi.REVOKED, zmi.RETURNED, zmi.EXPIRED)[:50]

    @property
    def last_day(self) -> date:
        return self.today + timedelta(days=zmi.LONGEST)

    def _grant(self) -> str:
        given = {"until": _day(self.value("until")), "today": self.today}
        return self._answer(_("The access is granted."), zmi.grant, **given)

    def _decline(self) -> str:
        return self._answer(_("The request is declined."), zmi.decline, reason=self.value("reason"))

    def _revoke(self) -> str:
        return self._answer(_("The access is revoked."), zmi.revoke, reason=self.value("reason"))

    def _answer(self, said: Message, act: Callable[..., Any], **given: Any) -> str:
        found = zmi.request(self.root, self.value("id"))
        try:
            with entered(self.root, found.space) as portal:
                act(portal, found.id, actor=present_actor(), **given)
        except ConventionsError as error:
            transaction.doom()
            wrong = [sentence(one) for one in error.findings] or [error.message]
            self.refused_id, self.fault = found.id, self.t(wrong[0])
            return str(self.index())
        self.say(said)
        return self.go(self.url)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
