"""The team: everybody who belongs or has belonged to it; a form to admit somebody."""

from collections.abc import Callable
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.browser.server.page import ServerPage
from collective.conventions.browser.team.words import DOCUMENTS
from collective.conventions.browser.team.words import state_of
from collective.conventions.browser.team.words import STATES
from collective.conventions.interfaces import ConventionsError
from collective.conventions.messages import sentence
from collective.conventions.server import team
from collective.conventions.server.journal import present_actor
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message
import transaction


class TeamPage(ServerPage):
    """What the pages of the team share: their words, and how they say what is refused."""

    titles = DOCUMENTS
    #: What was wrong with what was typed, by the name of the field; "" is the whole.
    faults: Mapping[str, str] = {}

    def state(self, member: team.Member) -> Message:
        return STATES[state_of(member)][0]

    def badge(self, member: team.Member) -> str:
        return STATES[state_of(member)][1]

    def documents(self, member: team.Member) -> list[tuple[str, team.Signature | None]]:
        """What a member signs, each with his last signature under it."""
        return [(name, member.signature(name)) for name in team.DOCUMENTS]

    def refused(self, error: ConventionsError) -> str:
        """Show the page again with what was typed, and nothing done."""
        transaction.doom()
        self.faults = {one.field: self.t(sentence(one)) for one in error.findings}
        if not self.faults:
            self.faults = {"": self.t(error.message)}
        return str(self.index())


class TeamView(TeamPage):
    """``@@team``"""

    index = ViewPageTemplateFile("view.pt")
    title = _("Maintenance team")

    @property
    def acts(self) -> dict[str, Callable[[], str]]:
        return {"admit": self._admit, "publish": self._publish}

    @cached_property
    def members(self) -> list[team.Member]:
        return [one for one in team.members(self.root) if not one.left]

    @cached_property
    def former(self) -> list[team.Member]:
        return [one for one in team.members(self.root) if one.left]

    @cached_property
    def strangers(self) -> tuple[str, ...]:
        return team.strangers(self.root)

    @cached_property
    def published(self) -> bool:
        return team.is_published(self.root)

    def _admit(self) -> str:
        given = {name: self.value(name) for name in ("login", "name", "organisation", "email")}
        try:
            made = team.admit(self.root, **given, actor=present_actor(), today=self.today)
        except ConventionsError as error:
            return self.refused(error)
        self.say(_("The member is admitted. The rights begin when both documents are signed."))
        return self.go(f"{self.root_url}/@@team-member?login={made.login}")

    def _publish(self) -> str:
        team.publish(self.root, not self.published, actor=present_actor())
        return self.go(self.url)
