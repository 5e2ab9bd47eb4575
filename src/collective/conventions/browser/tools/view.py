"""``@@tools`` of a space: what is there, what there may be, and what was asked for."""

from collections.abc import Callable
from collections.abc import Mapping
from collective.conventions import _
from collective.conventions.browser.forms.problems import Problem
from collective.conventions.browser.forms.small import SmallForm
from collective.conventions.browser.linked import Line
from collective.conventions.browser.linked import linked
from collective.conventions.browser.page import Page
from collective.conventions.browser.requests.cards import Card
from collective.conventions.browser.requests.cards import card
from collective.conventions.browser.tools.fields import fields_of_adaptation
from collective.conventions.browser.tools.fields import WISH
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import Forbidden
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.server.spaces import root_of
from collective.conventions.server.tools.asking import asker
from collective.conventions.server.tools.asking import MAY_ASK
from collective.conventions.server.tools.requests import ADAPTATION
from collective.conventions.server.tools.requests import ask
from collective.conventions.server.tools.requests import requests_of
from collective.conventions.server.tools.requests import TOOL
from collective.conventions.server.tools.requests import withdraw
from collective.conventions.server.tools.shown import Shown
from collective.conventions.server.tools.shown import shown
from collective.conventions.settings.reading import settings
from functools import cached_property
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zExceptions import NotFound
from zope.i18nmessageid import Message


class ToolsView(Page):
    """Everybody inside sees the tools; who looks after the space asks, and reads the answers."""

    index = ViewPageTemplateFile("view.pt")
    steps = ViewPageTemplateFile("../requests/steps.pt")
    linked = staticmethod(linked)
    problems: tuple[Problem, ...] = ()
    #: What a refused form was about: the id of a tool, or "-" for an adaptation.
    refused = ""
    refused_form: SmallForm | None = None

    def __call__(self) -> str:
        if self.request.method == "POST":
            CheckAuthenticator(self.request)
            if not self.may_ask:
                raise Forbidden(_("You do not look after this space."))
            for name, act in self._acts.items():
                if f"do.{name}" in self.request.form:
                    return act()
        return super().__call__()

    @property
    def _acts(self) -> Mapping[str, Callable[[], str]]:
        return {"ask": self._ask, "adapt": self._adapt, "withdraw": self._withdraw}

    @cached_property
    def url(self) -> str:
        return f"{self.portal_url}/@@tools"

    @cached_property
    def root(self) -> Any:
        return root_of(self.context)

    @cached_property
    def may_ask(self) -> bool:
        return self.may(MAY_ASK)

    @cached_property
    def shown(self) -> tuple[Shown, ...]:
        return shown(self.context)

    @cached_property
    def helper(self) -> list[Line]:
        """Whom members ask first, inside of the entity."""
        known = settings()
        said = (known[name] or "" for name in ("help_name", "help_email", "help_phone"))
        return linked("\n".join(said))

    @property
    def installed(self) -> list[Shown]:
        return [one for one in self.shown if one.installed]

    @property
    def offered(self) -> list[Shown]:
        return [one for one in self.shown if not one.installed]

    @cached_property
    def cards(self) -> list[Card]:
        titles = {one.tool.id: one.tool.title for one in self.shown}
        return [card(self, one, titles) for one in requests_of(self.root, self.context.getId())]

    def wish(self, tool_id: str) -> SmallForm:
        """The form with which a tool is asked for."""
        if self.refused == tool_id and self.refused_form is not None:
            return self.refused_form
        return SmallForm(self, WISH, {}, typed=False, prefix=f"{tool_id}-")

    @property
    def adaptation(self) -> SmallForm:
        """The form with which an adaptation is asked for."""
        if self.refused == "-" and self.refused_form is not None:
            return self.refused_form
        return self._adaptation(typed=False)

    def _adaptation(self, *, typed: bool) -> SmallForm:
        fields = fields_of_adaptation(one.tool for one in self.installed)
        return SmallForm(self, fields, {"tool": "-"}, typed=typed, prefix="adapt-")

    def _ask(self) -> str:
        tool_id = str(self.request.form.get("tool", ""))
        form = SmallForm(self, WISH, {}, typed=True, prefix=f"{tool_id}-")
        text = form.read()["text"] or ""
        return self._asked(TOOL, tool_id, text, form, tool_id)

    def _adapt(self) -> str:
        form = self._adaptation(typed=True)
        typed = form.read()
        tool_id = "" if typed["tool"] in (None, "-") else typed["tool"]
        return self._asked(ADAPTATION, tool_id, typed["text"] or "", form, "-")

    def _asked(self, kind: str, tool_id: str, text: str, form: SmallForm, place: str) -> str:
        try:
            if not form.problems:
                space = self.context.getId()
                ask(self.root, space, kind=kind, tool_id=tool_id, text=text, actor=asker())
        except UnprocessableEntity as error:
            form.refuse(error.findings)
            if not form.problems:
                # What is wrong lies in no field of this form: the list has changed meanwhile.
                return self._done(_("This cannot be asked for any more."), "error")
        if form.problems:
            self.refused, self.refused_form, self.problems = place, form, form.problems
            return super().__call__()
        return self._done(_("Your request is on its way. You will find the answer on this page."))

    def _withdraw(self) -> str:
        number = str(self.request.form.get("number", ""))
        if not (number.isascii() and number.isdigit() and len(number) < 10):
            raise NotFound(number)
        try:
            withdraw(self.root, self.context.getId(), int(number), actor=asker())
        except Conflict as error:
            return self._done(error.message, "error")
        return self._done(_("The request is withdrawn."))

    def _done(self, message: Message, kind: str = "info") -> str:
        api.portal.show_message(message, self.request, type=kind)
        self.request.response.redirect(self.url)
        return ""
