"""One member: what he signs, the code for his password, the end of his membership."""

from collections.abc import Callable
from collective.conventions import _
from collective.conventions.browser.team.view import TeamPage
from collective.conventions.interfaces import ConventionsError
from collective.conventions.interfaces import NotFound
from collective.conventions.server import team
from collective.conventions.server import welcome
from collective.conventions.server.journal import present_actor
from datetime import date
from functools import cached_property
from plone.namedfile.file import NamedBlobFile
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


class MemberView(TeamPage):
    """``@@team-member?login=``"""

    index = ViewPageTemplateFile("member.pt")
    #: A code that has just been made, shown this once.
    code = ""

    @property
    def title(self) -> str:
        return self.member.name

    @property
    def acts(self) -> dict[str, Callable[[], str]]:
        return {"sign": self._sign, "leave": self._leave, "code": self._code}

    @cached_property
    def member(self) -> team.Member:
        found = team.member(self.root, self.value("login"))
        if found is None:
            who = {"login": self.value("login")}
            raise NotFound(_("“${login}” does not belong to the team.", mapping=who))
        return found

    @cached_property
    def is_oneself(self) -> bool:
        return self.member.login == present_actor()

    @property
    def address(self) -> str:
        return f"{self.url}?login={self.member.login}"

    @property
    def welcome_url(self) -> str:
        return f"{self.root_url}/@@team-welcome"

    def _sign(self) -> str:
        given: dict[str, Any] = {
            "version": self.value("version"),
            "signed": _day(self.value("signed")),
            "file": _file(self.request.form.get("file")),
        }
        return self._done(
            _("The signature is on record."),
            lambda **by: team.sign(
                self.root, self.member.login, self.value("document"), **given, **by
            ),
        )

    def _leave(self) -> str:
        return self._done(
            _("The membership has ended, and every right with it."),
            lambda **by: team.leave(
                self.root, self.member.login, reason=self.value("reason"), **by
            ),
        )

    def _done(self, said: str, act: Callable[..., Any]) -> str:
        try:
            act(actor=present_actor(), today=self.today)
        except ConventionsError as error:
            return self.refused(error)
        self.say(said)
        return self.go(self.address)

    def _code(self) -> str:
        by: dict[str, Any] = {"actor": present_actor(), "today": self.today}
        try:
            self.code = welcome.new_code(self.root, self.member.login, **by)
        except ConventionsError as error:
            return self.refused(error)
        return str(self.index())


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _file(sent: Any) -> NamedBlobFile | None:
    """The signed copy that was chosen; browsers send an empty one where none was."""
    if not getattr(sent, "filename", ""):
        return None
    name = sent.filename.replace("\\", "/").rpartition("/")[2]
    return NamedBlobFile(data=sent.read(), filename=name)
