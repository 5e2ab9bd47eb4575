"""``@@check``: what is wrong with the text, by how grave it is; exceptions are made here.

``?text=original`` checks the text as it was signed, ``?text=amendment:2`` what that would make.
"""

from collective.conventions import _
from collective.conventions.access.aspects import permitted
from collective.conventions.browser.check.lines import Accepted
from collective.conventions.browser.check.lines import accepted_line
from collective.conventions.browser.check.lines import Group
from collective.conventions.browser.check.lines import groups
from collective.conventions.browser.page import Page
from collective.conventions.browser.people import People
from collective.conventions.documents.texts.checking import accept
from collective.conventions.documents.texts.checking import Checked
from collective.conventions.documents.texts.checking import checked_as
from collective.conventions.documents.texts.checking import take_back
from collective.conventions.documents.texts.stages import stages
from collective.conventions.documents.texts.wording import stage_title
from collective.conventions.interfaces import BadRequest
from collective.conventions.interfaces import ConventionsError
from collective.conventions.interfaces import NotFound
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.messages import sentence
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from urllib.parse import urlencode
from zExceptions import Unauthorized
import transaction


class CheckPage(Page):
    """The findings with their passages, a form for an exception beside each."""

    index = ViewPageTemplateFile("page.pt")
    fault = ""

    def __call__(self) -> str:
        # Who works in the space does not see every draft in it.
        if not self.may("View"):
            raise Unauthorized("check")
        if self.request.method != "POST":
            return super().__call__()
        CheckAuthenticator(self.request)
        form = self.request.form
        asked = {name: str(form.get(name, "")) for name in ("code", "place")}
        try:
            if "take_back" in form:
                take_back(self.context, **asked)
                return self._done(_("The exception is taken back."))
            accept(self.context, **asked, reason=str(form.get("reason", "")), today=self.today)
        except (BadRequest, UnprocessableEntity) as error:
            return self._refused(error)
        except NotFound as error:
            # Somebody has changed the text meanwhile: what is there now is shown.
            api.portal.show_message(error.message, request=self.request, type="warning")
            return self._done()
        return self._done(_("The exception is made."))

    @cached_property
    def url(self) -> str:
        return str(self.context.absolute_url())

    @cached_property
    def checked(self) -> Checked:
        return checked_as(self.context, self.key, self.today)

    @cached_property
    def key(self) -> str:
        """Which text is checked."""
        return str(self.request.form.get("text") or "present")

    @cached_property
    def choices(self) -> list[tuple[str, str]]:
        """(key, title) of each text that can be checked; most conventions have one only."""
        found = stages(self.context, self.today)
        return [(one.key, stage_title(one, self.language)) for one in found]

    @cached_property
    def address(self) -> str:
        """This page for the text that is checked."""
        query = "" if self.key == "present" else f"?{urlencode({'text': self.key})}"
        return f"{self.url}/@@check{query}"

    @cached_property
    def groups(self) -> list[Group]:
        """What is open, the gravest first."""
        return groups(self.checked, self.language)

    @cached_property
    def blocking(self) -> int:
        return len(self.checked.blocking)

    @cached_property
    def accepted(self) -> list[Accepted]:
        """The exceptions that count."""
        rows = [one for one in self.checked.found if one.accepted is not None]
        people = People(self)
        return [accepted_line(one, self.language, people) for one in rows]

    @cached_property
    def stale(self) -> list[Accepted]:
        """The exceptions whose passage is no longer there."""
        people = People(self)
        return [Accepted.of_row(row, self.language, people) for row in self.checked.stale]

    @cached_property
    def may_accept(self) -> bool:
        return "follow_up" in permitted(self.context)

    @cached_property
    def typed(self) -> dict[str, str]:
        """What was sent and refused."""
        form = self.request.form
        return {name: str(form.get(name, "")) for name in ("code", "place", "reason")}

    def refused(self, line: Any) -> bool:
        """Whether a line is the one whose exception was just refused."""
        sent = (self.typed["code"], self.typed["place"])
        return bool(self.fault) and sent == (line.code, line.key)

    def _refused(self, error: ConventionsError) -> str:
        transaction.doom()
        self.fault = self.t(sentence(error.findings[0]) if error.findings else error.message)
        return super().__call__()

    def _done(self, message: Any = None) -> str:
        if message is not None:
            api.portal.show_message(message, request=self.request)
        self.request.response.redirect(self.address)
        return ""
