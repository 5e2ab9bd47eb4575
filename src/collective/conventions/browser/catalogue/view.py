"""The catalogue: every tool with its guide, contact and users; a form to add or change one."""

from collections.abc import Callable
from collective.conventions import _
from collective.conventions.browser.catalogue.fields import fields_of_tool
from collective.conventions.browser.forms.problems import Problem
from collective.conventions.browser.forms.small import SmallForm
from collective.conventions.browser.linked import linked
from collective.conventions.browser.server.page import ServerPage
from collective.conventions.interfaces import Conflict
from collective.conventions.interfaces import UnprocessableEntity
from collective.conventions.server.tools.catalogue import put
from collective.conventions.server.tools.catalogue import remove
from collective.conventions.server.tools.catalogue import Tool
from collective.conventions.server.tools.catalogue import tool
from collective.conventions.server.tools.catalogue import tools
from collective.conventions.server.tools.profiles import registered
from collective.conventions.server.tools.profiles import release
from collective.conventions.server.tools.users import is_used
from collective.conventions.server.tools.users import users_of
from dataclasses import asdict
from dataclasses import dataclass
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Card:
    """A tool as the page shows it; ``version`` is empty where the server has lost the add-on."""

    tool: Tool
    release: str
    version: str
    users: tuple[str, ...]
    used: bool


class CatalogueView(ServerPage):
    """``@@tools`` on the root; with ``tool=ID`` or ``new=1`` the form."""

    index = ViewPageTemplateFile("view.pt")
    title = _("Tools")
    linked = staticmethod(linked)
    problems: tuple[Problem, ...] = ()
    typed = False

    @property
    def acts(self) -> dict[str, Callable[[], str]]:
        return {"save": self._save, "remove": self._remove}

    @cached_property
    def asked(self) -> Tool | None:
        """The tool that is changed; an empty one where one is added, None for the list."""
        if self.value("tool"):
            return tool(self.root, self.value("tool"))
        return Tool("", "") if self.value("new") else None

    @property
    def heading(self) -> Message | str:
        return self.asked.title if self.asked and self.asked.id else _("New tool")

    @cached_property
    def form(self) -> SmallForm:
        values = asdict(self.asked) if self.asked else {}
        fixed = ("id",) if values.get("id") else ()
        return SmallForm(self, fields_of_tool(), values, typed=self.typed, fixed=fixed)

    @cached_property
    def cards(self) -> list[Card]:
        return [self._card(one) for one in tools(self.root)]

    def _card(self, one: Tool) -> Card:
        known = registered().get(one.profile)
        users = tuple(users_of(self.root, one))
        package = f"{one.package} {release(one.package)}".strip()
        used = bool(users) or is_used(self.root, one)
        return Card(one, package, known.version if known else "", users, used)

    def _save(self) -> str:
        self.typed = True
        old = asdict(self.asked) if self.asked else {}
        given = {name: value or "" for name, value in self.form.read().items()}
        try:
            saved = put(self.root, Tool(**{**old, **given}))
        except UnprocessableEntity as error:
            self.form.refuse(error.findings)
            self.problems = self.form.problems
            return str(self.index())
        self.say(_("“${title}” is saved.", mapping={"title": saved.title}))
        return self.go(self.url)

    def _remove(self) -> str:
        gone = tool(self.root, self.value("tool"))
        try:
            remove(self.root, gone.id, used=is_used(self.root, gone))
        except Conflict as error:
            self.say(error.message, "error")
        else:
            self.say(_("“${title}” is offered no longer.", mapping={"title": gone.title}))
        return self.go(self.url)
